import { observationText, vitalsText } from '../reading-text.ts';
import { CARE, FIXED, MENDED, PHYSICIAN, said, suffix } from './said.ts';

export const recordVitals = said({
  command: 'record-vitals',
  event: 'vitals-recorded',
  who: CARE,
  data: ({ vitals }) => vitals,
  atTheChair: true,
  mend: MENDED,
  display: 'whole',
  words: (data, { formats }) => vitalsText(data, formats),
});

export const recordObservation = said({
  command: 'record-observation',
  event: 'observation-recorded',
  who: CARE,
  data: ({ observation }) => observation,
  atTheChair: true,
  mend: MENDED,
  display: 'whole',
  words: (data) => observationText(data),
});

export const recordSymptom = said({
  command: 'record-symptom',
  event: 'symptom-recorded',
  who: CARE,
  data: ({ z, text, words }) => z.strictObject({ kind: text(80), severity: z.int().min(0).max(4), action: words.optional() }),
  atTheChair: true,
  mend: MENDED,
  display: 'nothing',
  words: ({ kind, severity, action }) => `${kind} ${severity} of 4${suffix(action)}`,
});

export const addNote = said({
  command: 'add-note',
  event: 'note-added',
  who: CARE,
  data: ({ z, text }) => z.strictObject({ text: text(4000) }),
  mend: MENDED,
  display: 'nothing',
  words: ({ text }) => `“${text}”`,
});

export const callPhysician = said({
  command: 'call-physician',
  event: 'physician-called',
  who: CARE,
  data: ({ z, words }) => z.strictObject({ reason: words.optional() }),
  mend: FIXED,
  display: 'nothing',
  words: ({ reason }) => `Physician called${suffix(reason)}`,
});

export const answerCall = said({
  command: 'answer-call',
  event: 'call-answered',
  who: PHYSICIAN,
  data: ({ nothing }) => nothing,
  stored: ({ z, id }) => z.strictObject({ callEventId: id }),
  mend: FIXED,
  display: 'whole',
  words: () => 'Call answered',
});

export const acknowledgeAlarm = said({
  command: 'acknowledge-alarm',
  event: 'alarm-acknowledged',
  who: CARE,
  data: ({ z, id, words }) => z.strictObject({ alarmId: id, position: z.int().positive(), reason: words.optional() }),
  folds: 'own',
  mend: FIXED,
  display: ({ alarmId, position }) => ({ alarmId, position }),
  words: 'none',
});
