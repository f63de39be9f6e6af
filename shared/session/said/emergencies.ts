import { AE_OUTCOMES, AE_SEVERITIES, EMERGENCY_KINDS, outcomeText, SERIOUS_CRITERIA, seriousText } from '../adverse-event.ts';
import { CARE, MENDED, said, suffix } from './said.ts';

export const recordEmergency = said({
  command: 'record-emergency',
  event: 'emergency-recorded',
  who: CARE,
  /** What was done, as its button says it: `Oxygen 10 L/min, mask`. */
  data: ({ z, text }) => z.strictObject({ kind: z.enum(EMERGENCY_KINDS), action: text(120) }),
  atTheChair: true,
  mend: MENDED,
  display: ({ kind }) => ({ kind }),
  words: ({ action }) => `Emergency: ${action}`,
});

export const reportAdverseEvent = said({
  command: 'report-adverse-event',
  event: 'adverse-event-reported',
  who: CARE,
  data: ({ z, id, text, words }) =>
    z.strictObject({
      kind: text(80),
      severity: z.enum(AE_SEVERITIES),
      /** What was done about it. */
      action: words.optional(),
      outcome: z.enum(AE_OUTCOMES),
      /** Why it is serious; none when it is not. */
      serious: z.array(z.enum(SERIOUS_CRITERIA)).max(SERIOUS_CRITERIA.length),
      /** The symptom that it was said of first. */
      symptomEventId: id.optional(),
    }),
  atTheChair: true,
  mend: MENDED,
  display: 'nothing',
  words: ({ kind, severity, outcome, serious, action }) =>
    `Adverse event: ${kind} · ${severity} · ${seriousText(serious)} · ${outcomeText(outcome)}${suffix(action)}`,
});
