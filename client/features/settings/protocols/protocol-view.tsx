import type { ReactNode } from 'react';
import { conditionsText } from '../../../../shared/clinic/conditions.ts';
import { RECHECK_MIN } from '../../../../shared/clinic/default-recheck.ts';
import type { Protocol } from '../../../../shared/clinic/protocol.ts';
import { shownLimit, shownLimits } from '../../../../shared/clinic/shown-limit.ts';
import { watchOf } from '../../../../shared/clinic/watch.ts';
import { SIGNS } from '../../../../shared/session/signs.ts';
import { useFormats } from '../../../live/clinic-time.ts';
import settings from '../settings.module.css';
import {
  boundsText,
  DOSE_ROWS,
  LIMIT_KINDS,
  LIMIT_LABEL,
  type NumberRow,
  RECOVERY_ROWS,
  typedProtocol,
  VITALS_ROWS,
  WATCH_ROWS,
} from './protocol-fields.ts';
import styles from './protocols.module.css';

/** A version of a protocol to read: every number with where it comes from. */
export function ProtocolView({ protocol }: { readonly protocol: Protocol }) {
  const { source, vitals, recovery, checklist, criteria, limits } = protocol;
  const formats = useFormats();
  return (
    <>
      <Numbers title="Dose" rows={DOSE_ROWS} protocol={protocol} />
      <Numbers title="Vital signs" rows={VITALS_ROWS} protocol={protocol}>
        <Fact
          name="Not to be missed"
          value={vitals.fixed.map(({ atMin, fromMin, toMin }) => `${atMin} min (${fromMin} to ${toMin})`).join(', ') || 'none'}
          source={source['vitals.fixed']}
        />
        <Fact
          name="Again after a medicine for blood pressure"
          value={`${(vitals.recheckMin ?? RECHECK_MIN).join(', ')} min`}
          source={source['vitals.recheckMin']}
        />
        <Fact
          name="A reading holds"
          value={vitals.required.map((sign) => SIGNS[sign].label).join(', ')}
          source={source['vitals.required']}
        />
      </Numbers>
      <Numbers title="Recovery" rows={RECOVERY_ROWS} protocol={protocol}>
        <Fact name="Score" value={recovery.scale === 'padss' ? 'PADSS' : 'Aldrete'} source={source['recovery.scale']} />
      </Numbers>
      <Numbers title="Whom to look at twice" rows={WATCH_ROWS} protocol={protocol}>
        <Fact
          name="With"
          value={conditionsText(watchOf(protocol).conditions) || 'no condition in particular'}
          source={source['watch.conditions']}
        />
      </Numbers>
      <section className={settings.card} aria-label="Limits">
        <h2>Limits</h2>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on narrow screens, by keyboard too */}
        <section className={styles.scroll} tabIndex={0} aria-label="Table of limits">
          <table className={styles.limits}>
            <thead>
              <tr>
                <th scope="col">Sign</th>
                {LIMIT_KINDS.map((kind) => (
                  <th key={kind} scope="col">
                    {LIMIT_LABEL[kind]}
                  </th>
                ))}
                <th scope="col">Source</th>
              </tr>
            </thead>
            <tbody>
              {shownLimits(formats).map(({ name, label, unit }) => (
                <tr key={name}>
                  <th scope="row">
                    {label} <small>{unit}</small>
                  </th>
                  {LIMIT_KINDS.map((kind) => {
                    const text = boundsText(limits[name][kind], (bound) => shownLimit(name, bound, formats));
                    return (
                      <td key={kind} className={text === 'none' ? styles.none : undefined}>
                        {kind === 'discharge' && text !== 'none' ? `not ${text}` : text}
                      </td>
                    );
                  })}
                  <td className={styles.source}>{source[`limits.${name}`] ?? 'not said'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </section>
      <Questions
        title="Checklist before the start"
        source={source.checklist}
        questions={checklist.map((item) => ({ ...item, note: noteOf(item) }))}
      />
      <Questions title="To go home" source={source.criteria} questions={criteria.map((item) => ({ ...item, note: '' }))} />
    </>
  );
}

interface NumbersProps {
  readonly title: string;
  readonly rows: readonly NumberRow[];
  readonly protocol: Protocol;
  readonly children?: ReactNode;
}

function Numbers({ title, rows, protocol, children }: NumbersProps) {
  const typed = typedProtocol(protocol, useFormats());
  return (
    <section className={`${settings.card} ${settings.padded}`} aria-label={title}>
      <h2>{title}</h2>
      <dl className={settings.facts}>
        {rows.map(({ path, label, unit }) => (
          <Fact
            key={path}
            name={label}
            value={typed[path] === '' ? 'not said' : `${typed[path]} ${unit}`}
            source={typed[path] === '' ? undefined : protocol.source[path]}
          />
        ))}
        {children}
      </dl>
    </section>
  );
}

function Fact({ name, value, source }: { readonly name: string; readonly value: string; readonly source: string | undefined }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <b>{value}</b>
        {source !== undefined && <small>{source}</small>}
      </dd>
    </div>
  );
}

interface QuestionsProps {
  readonly title: string;
  readonly source: string | undefined;
  readonly questions: readonly { readonly id: string; readonly label: string; readonly note: string }[];
}

function Questions({ title, source, questions }: QuestionsProps) {
  return (
    <section className={settings.card} aria-label={title}>
      <h2>{title}</h2>
      {source !== undefined && <p className={styles.under}>{source}</p>}
      <ol className={settings.list}>
        {questions.map(({ id, label, note }) => (
          <li key={id}>
            <span className={settings.main}>{label}</span>
            {note !== '' && <span className={settings.fact}>{note}</span>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function noteOf({ expected, mayNotApply, hard }: Protocol['checklist'][number]): string {
  return [`wants ${expected}`, ...(mayNotApply ? ['may not apply'] : []), ...(hard ? [] : ['does not block'])].join(' · ');
}
