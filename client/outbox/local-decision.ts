import { mayDo } from '../../shared/access/rights.ts';
import { outcomeCommandSchema } from '../../shared/clinic/commands.ts';
import { decideClinic } from '../../shared/deciding/decide-clinic.ts';
import { PROBLEMS, type ProblemCode } from '../../shared/log/problems.ts';
import type { Refusal } from '../../shared/log/refusal.ts';
import { sessionCommandSchema } from '../../shared/session/commands.ts';
import type { Id, Instant } from '../../shared/units.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import type { ClinicData } from '../live/clinic-store.ts';
import type { Me } from '../live/me-store.ts';
import type { KeptCommand } from './kept-command.ts';
import { decideHere } from './provisional.ts';

/** Why the server would refuse this entry, in its own words; `undefined` when nothing known here speaks against it. */
export function refusedHere(data: ClinicData, sessionId: Id, command: KeptCommand, me: Me, now: Instant): Problem | undefined {
  if (!mayDo(me.role, command.type))
    return problem({ code: 'not-allowed', rule: 'ACC1', detail: 'Your role may not do this.' }, sessionId);
  const isOutcome = command.type === 'record-outcome';
  const parsed = (isOutcome ? outcomeCommandSchema : sessionCommandSchema).safeParse(command);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    const detail = errors[0]?.message ?? 'Something in the entry is missing or not valid.';
    return { ...problem({ code: 'malformed', rule: 'API4', detail }, sessionId), errors };
  }
  const decision = isOutcome ? decideClinic(data.clinic, command, { now }) : decideHere(data, sessionId, command, me, now);
  return decision.ok ? undefined : problem(decision.refusal, sessionId);
}

function problem({ code, rule, detail }: Refusal, sessionId: Id): Problem {
  const { status, title } = PROBLEMS[code as ProblemCode];
  return { type: `/api/docs#${code}`, title, status, code, rule, detail, sessionId };
}
