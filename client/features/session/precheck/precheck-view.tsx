import { Check, ChevronRight, OctagonX } from 'lucide-react';
import { useState } from 'react';
import { assertNever } from '../../../../shared/assert-never.ts';
import { cx } from '../../../components/cx.ts';
import { useMoment } from '../../../live/use-moment.ts';
import { AnsweredAlarms } from '../alarms.tsx';
import { useArrival } from '../arrival.ts';
import { EntryPad } from '../pad/entry-pad.tsx';
import { OutcomesStrip } from '../scales/outcomes-strip.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { useVisit } from '../visit.ts';
import { BaselinePanel } from './baseline-panel.tsx';
import { ChairPanel } from './chair-panel.tsx';
import { CheckInPanel } from './check-in-panel.tsx';
import { ChecklistPanel } from './checklist-panel.tsx';
import { ConfirmPanel } from './confirm-panel.tsx';
import { OrderPanel } from './order-panel.tsx';
import styles from './precheck.module.css';
import { StartBar } from './start-bar.tsx';
import { type Step, type StepName, stepsOf } from './steps.ts';

/** Before the start: every step in sight on the left, the one at hand on the right, what is missing at the foot. */
export function PrecheckView() {
  const { session, protocol, clinic, mayChart } = useVisit();
  const minute = useMoment(session, 10_000);
  const steps = stepsOf(session, protocol, clinic, minute);
  const arrival = useArrival();
  const [chosen, setChosen] = useState<StepName | undefined>(() => steps.find((step) => step.name === arrival)?.name);
  const open = steps.find(({ state }) => state === 'open' || state === 'failed') ?? steps.at(-1);
  const name = chosen ?? open?.name ?? 'check-in';
  return (
    <div className={styles.view}>
      <div className={styles.columns} data-reading={!mayChart || undefined}>
        <div className={styles.left}>
          <AnsweredAlarms />
          <nav className={styles.steps} aria-label="Before the start">
            <ol>
              {steps.map((step) => (
                <li key={step.name}>
                  <StepRow
                    step={step}
                    current={mayChart && step.name === name}
                    onOpen={mayChart ? () => setChosen(step.name) : undefined}
                  />
                </li>
              ))}
            </ol>
          </nav>
          <OutcomesStrip />
          <div className={styles.timeline}>
            <Timeline />
          </div>
        </div>
        {mayChart && (
          // Whoever touches a step stays in it, whatever others record meanwhile.
          <section
            className={styles.panel}
            onFocusCapture={() => setChosen(name)}
            aria-label={steps.find((step) => step.name === name)?.title ?? ''}
          >
            <Panel name={name} onDone={() => setChosen(undefined)} />
          </section>
        )}
      </div>
      {mayChart && <StartBar />}
    </div>
  );
}

function Panel({ name, onDone }: { readonly name: StepName; readonly onDone: () => void }) {
  switch (name) {
    case 'check-in':
      return <CheckInPanel onDone={onDone} />;
    case 'chair':
      return <ChairPanel onDone={onDone} />;
    case 'checklist':
      return <ChecklistPanel onDone={onDone} />;
    case 'baseline':
      return (
        <BaselinePanel>
          <EntryPad onSaved={onDone} />
        </BaselinePanel>
      );
    case 'order':
      return <OrderPanel onDone={onDone} />;
    case 'confirm':
      return <ConfirmPanel onDone={onDone} />;
    default:
      return assertNever(name);
  }
}

const SAID: Readonly<Record<Step['state'], string>> = {
  done: 'done',
  open: 'open',
  failed: 'blocks the start',
  locked: 'locked',
};

function StepRow({
  step,
  current,
  onOpen,
}: {
  readonly step: Step;
  readonly current: boolean;
  readonly onOpen: (() => void) | undefined;
}) {
  const icon = { size: 20, strokeWidth: 2, 'aria-hidden': true } as const;
  const content = (
    <>
      <span className={cx(styles.mark, styles[step.state])}>
        {step.state === 'done' ? <Check {...icon} /> : step.state === 'failed' ? <OctagonX {...icon} /> : null}
      </span>
      <span className={styles.words}>
        <b>{step.title}</b>
        <span className="vh">, {SAID[step.state]}, </span>
        <span>{step.words}</span>
      </span>
      {onOpen !== undefined && <ChevronRight {...icon} />}
    </>
  );
  if (onOpen === undefined) return <div className={styles.step}>{content}</div>;
  return (
    <button
      type="button"
      className={styles.step}
      aria-current={current ? 'step' : undefined}
      onClick={onOpen}
      data-step={step.name}
      data-state={step.state}
    >
      {content}
    </button>
  );
}
