import { formatsOf } from '../../../../shared/clinic/formats.ts';
import { inSentence } from '../../../../shared/clinic/in-sentence.ts';
import { outcomesOf } from '../../../../shared/clinic/outcomes-of.ts';
import type { Protocol } from '../../../../shared/clinic/protocol.ts';
import type { ClinicState } from '../../../../shared/clinic/state.ts';
import { weightText } from '../../../../shared/clinic/weight-text.ts';
import { ALLERGY_CHECK } from '../../../../shared/deciding/allergies.ts';
import { BASELINE_CHECK, type ReadyCheck, readyChecks } from '../../../../shared/deciding/readiness.ts';
import { orderOf } from '../../../../shared/dosing/delivered.ts';
import { entriesOf } from '../../../../shared/session/entries.ts';
import { vitalsText } from '../../../../shared/session/reading-text.ts';
import { routeText } from '../../../../shared/session/route-text.ts';
import type { SessionState } from '../../../../shared/session/state.ts';

export type StepName = 'check-in' | 'chair' | 'checklist' | 'baseline' | 'order' | 'confirm';

/** One step before the start, as it stands: what was done, or what is missing in words. */
export interface Step {
  readonly name: StepName;
  readonly title: string;
  readonly state: 'open' | 'done' | 'failed' | 'locked';
  readonly words: string;
}

/** The steps before the start, in the order in which they are done. `nowMs` ages the baseline. */
export function stepsOf(session: SessionState, protocol: Protocol, clinic: ClinicState, nowMs: number): Step[] {
  const formats = formatsOf(clinic.clinic);
  const { allergies } = clinic.patients.get(session.patientId) ?? {};
  const checks = readyChecks(session, protocol, nowMs, outcomesOf(clinic, session.patientId), allergies);
  const here = session.phase !== 'scheduled';
  const checkedIn = entriesOf(session, 'checked-in').at(-1);
  const lists = checks.filter(({ id }) => protocol.checklist.some((item) => item.id === id));
  const one = (id: string) => checks.find((check) => check.id === id);
  // An allergy to the drug stands against its order.
  const allergy = one(ALLERGY_CHECK);
  const order = orderOf(session);
  const writer = session.entries.findLast(({ type }) => type === 'order-written')?.actor.id;
  const confirmed = entriesOf(session, 'order-confirmed').at(-1);
  const initials = (id: string | undefined) => (id === undefined ? '?' : (clinic.staff.get(id)?.initials ?? '?'));
  const chair = session.chairId === undefined ? undefined : clinic.chairs.get(session.chairId)?.label;
  const reading = entriesOf(session, 'vitals-recorded').at(-1);
  const step = (name: StepName, title: string, check: ReadyCheck | undefined, done: string): Step => ({
    name,
    title,
    state: !here ? 'locked' : check?.state === 'failed' ? 'failed' : check?.state === 'missing' ? 'open' : 'done',
    words: !here
      ? 'after the check-in'
      : check?.state === 'overridden'
        ? `overridden · ${done}`
        : check?.state === 'done'
          ? done
          : (check?.why ?? done),
  });
  return [
    {
      name: 'check-in',
      title: 'Check-in',
      state: here ? 'done' : 'open',
      words:
        checkedIn === undefined
          ? 'two identifiers, weight, escort'
          : `${weightText(checkedIn.data.weightKg, formats)} · ${checkedIn.data.escort === undefined ? 'no escort named' : `escort ${checkedIn.data.escort.name}`}`,
    },
    step('chair', 'Chair', one('chair'), `chair ${chair ?? '?'}`),
    checklistStep(lists, here),
    step(
      'baseline',
      'Baseline vitals',
      one(BASELINE_CHECK),
      reading === undefined ? 'not measured' : vitalsText(reading.data, formats),
    ),
    step(
      'order',
      'Order',
      allergy?.state === 'failed' ? allergy : one('order'),
      order === undefined
        ? 'no order written'
        : [
            `${order.drug} ${order.doseMg} mg ${routeText(order.route)}`,
            ...(order.route === 'iv' ? [`${order.rateMlPerHour} mL/h`] : []),
            `written by ${initials(writer)}`,
          ].join(' · '),
    ),
    step('confirm', 'Second check', one('order-confirmed'), `checked by ${initials(confirmed?.actor.id)}`),
  ];
}

function checklistStep(lists: readonly ReadyCheck[], here: boolean): Step {
  const done = lists.filter(({ state }) => state === 'done' || state === 'overridden').length;
  const failed = lists.filter(({ state }) => state === 'failed');
  const words =
    failed.length > 0
      ? `blocks the start: ${failed.map(({ label }) => inSentence(label)).join('; ')}`
      : `${done} of ${lists.length} answered`;
  return {
    name: 'checklist',
    title: 'Checklist',
    state: failed.length > 0 ? 'failed' : done === lists.length ? 'done' : here ? 'open' : 'locked',
    words: here ? words : `${done} of ${lists.length} answered`,
  };
}
