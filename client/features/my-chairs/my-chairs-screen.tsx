import { Users } from 'lucide-react';
import { useState } from 'react';
import { isPresent } from '../../../shared/session/occupancy.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { useTitle } from '../../components/use-title.ts';
import { useClinicData, useMe, useNow } from '../../live/live.ts';
import { DueRow } from './due-row.tsx';
import { HandOverSheet } from './hand-over-sheet.tsx';
import styles from './my-chairs.module.css';
import { type Due, dueOver, isMine } from './my-visits.ts';

/** What is due next over all visits of whoever is signed in, sorted by time; those of others below, folded. */
export function MyChairsScreen() {
  useTitle('My chairs');
  const me = useMe();
  const data = useClinicData((known) => known);
  const nowMs = useNow((now) => Math.floor(now / 1_000) * 1_000);
  const [others, setOthers] = useState(false);
  const [handing, setHanding] = useState<readonly SessionState[]>();
  if (me === undefined || me === null || !data.loaded) return <EmptyState title="Loading …" />;
  const mine = [...data.sessions.values()].filter((session) => isMine(session, me.id));
  const open = mine.filter(isPresent);
  const due = dueOver(data, (session) => isMine(session, me.id), me.role, nowMs);
  const now = due.filter(({ item }) => item.state !== 'ahead');
  const next = due.filter(({ item }) => item.state === 'ahead');
  const ofOthers = dueOver(data, (session) => !isMine(session, me.id), me.role, nowMs);
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <h1>My chairs</h1>
        <p>
          {open.length === 1 ? '1 visit' : `${open.length} visits`} · {now.length} due now
        </p>
        {open.length > 0 && (
          <Button icon={<Users size={20} aria-hidden="true" />} onClick={() => setHanding(open)}>
            Hand over all my chairs
          </Button>
        )}
      </header>
      {due.length === 0 && (
        <EmptyState title={open.length === 0 ? 'You have no visit at the moment' : 'Nothing is due'}>
          <p>
            {open.length === 0
              ? 'A visit is yours when you check the patient in, or when a colleague hands it over to you.'
              : 'What comes next appears here by itself.'}
          </p>
        </EmptyState>
      )}
      <DueList title="Due now" due={now} nowMs={nowMs} />
      <DueList title="Next" due={next} nowMs={nowMs} />
      <section aria-label="Visits of others" className={styles.others}>
        <button type="button" className={styles.fold} aria-expanded={others} onClick={() => setOthers(!others)}>
          {others
            ? 'Fold visits of others'
            : `Visits of others: ${ofOthers.filter(({ item }) => item.state !== 'ahead').length} due now, ${ofOthers.length} in all`}
        </button>
        {others && <DueRows due={ofOthers} nowMs={nowMs} withNurse />}
      </section>
      {handing !== undefined && <HandOverSheet sessions={handing} meId={me.id} onClose={() => setHanding(undefined)} />}
    </div>
  );
}

function DueList({ title, due, nowMs }: { readonly title: string; readonly due: readonly Due[]; readonly nowMs: number }) {
  if (due.length === 0) return null;
  return (
    <section aria-label={title} className={styles.list}>
      <h2>{title}</h2>
      <DueRows due={due} nowMs={nowMs} />
    </section>
  );
}

function DueRows({
  due,
  nowMs,
  withNurse = false,
}: {
  readonly due: readonly Due[];
  readonly nowMs: number;
  readonly withNurse?: boolean;
}) {
  return (
    <ol className={styles.rows}>
      {due.map((one) => (
        <li key={`${one.session.id}/${one.item.kind}`}>
          <DueRow due={one} nowMs={nowMs} withNurse={withNurse} />
        </li>
      ))}
    </ol>
  );
}
