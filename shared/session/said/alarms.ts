import { ALARM_KINDS, ALARM_PRIORITIES } from '../alarm-kinds.ts';
import { ALARM_SIGNS } from '../alarm-sign.ts';
import { ALARM_MARK, alarmText } from '../alarm-text.ts';
import type { DataKit } from './data-kit.ts';
import { noticed } from './said.ts';

const raised = ({ z, id, instant }: DataKit) =>
  z.strictObject({
    alarmId: id,
    kind: z.enum(ALARM_KINDS),
    sign: z.enum(ALARM_SIGNS).exactOptional(),
    priority: z.enum(ALARM_PRIORITIES),
    value: z.number().exactOptional(),
    limit: z.number().exactOptional(),
    /** The side on which the value is outside. */
    bound: z.enum(['low', 'high']).exactOptional(),
    /** Entered, or corrected, after it was over: nobody was told at its time. */
    late: z.boolean().exactOptional(),
    /** Which number of the sign is outside, e.g. `diastolic`, `systolicChangePercent`. */
    of: z.string().exactOptional(),
    dueAt: instant.exactOptional(),
    /** The event that caused it (a reading, a call, a pause), when there is one. */
    causeEventId: id.exactOptional(),
  });

export const alarmRaised = noticed({
  event: 'alarm-raised',
  stored: raised,
  folds: 'own',
  display: 'whole',
  words: (alarm, { formats }) => `${ALARM_MARK[alarm.priority]} ${alarmText(alarm, formats)}`,
});

export const alarmEscalated = noticed({
  event: 'alarm-escalated',
  stored: (kit) =>
    raised(kit).extend({
      step: kit.z.int(),
      to: kit.z.enum(['nurses-and-physician', 'clinic', 'physician', 'worse']),
    }),
  folds: 'own',
  display: 'whole',
  words: 'none',
});

export const alarmCleared = noticed({
  event: 'alarm-cleared',
  stored: ({ z, id }) =>
    z.strictObject({
      alarmId: id,
      kind: z.enum(ALARM_KINDS),
      sign: z.enum(ALARM_SIGNS).exactOptional(),
      reason: z.string(),
    }),
  folds: 'own',
  display: 'whole',
  words: 'none',
});
