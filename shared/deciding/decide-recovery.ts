import { ESCORT_CRITERION } from '../clinic/default-checklist.ts';
import { type Decision, refuse } from '../log/refusal.ts';
import { DISCHARGE_SCALES } from '../scores/discharge-scales.ts';
import type { NewSessionEvent } from '../session/events.ts';
import { type CommandOf, fact } from '../session/fact.ts';
import type { SessionState } from '../session/state.ts';
import { protocolFor } from '../vitals/own-limits.ts';
import type { DecideContext } from './context.ts';
import { wrongPhase } from './wrong-phase.ts';

type Decided = Decision<NewSessionEvent>;

/** VISIT22: after the drug has ended, into a free bay; from bay to bay too. */
export function decideRecovery(session: SessionState, command: CommandOf<'move-to-recovery'>, context: DecideContext): Decided {
  if (!isObserved(session)) return wrongPhase(session, 'VISIT22', 'Moving to recovery');
  const bay = context.clinic.bays.get(command.data.bayId);
  if (bay === undefined || bay.state === 'retired') return refuse('unknown-bay', 'VISIT22', 'There is no such bay.');
  const holder = context.holderOfBay(bay.id);
  if (holder !== undefined && holder !== session.id)
    return refuse('bay-occupied', 'VISIT22', `Bay ${bay.label} is taken by another patient.`);
  return fact(session.id, 'moved-to-recovery', command.at, command.data);
}

/** VISIT23: every row of the scale, nothing else; the total is worked out here. */
export function decideScore(session: SessionState, command: CommandOf<'score-discharge'>): Decided {
  if (!isObserved(session)) return wrongPhase(session, 'VISIT23', 'Scoring');
  const scale = DISCHARGE_SCALES[command.data.scale];
  const wrong = scale.validate(command.data.items);
  const total = scale.total(command.data.items);
  if (wrong !== undefined || total === undefined)
    return refuse('score-invalid', 'VISIT23', wrong ?? 'Every row has to be scored.');
  return fact(session.id, 'discharge-scored', command.at, { ...command.data, total });
}

/** VISIT24: only criteria of the protocol; an answer may be given again. */
export function decideCriterion(session: SessionState, command: CommandOf<'answer-criterion'>, context: DecideContext): Decided {
  if (!isObserved(session)) return wrongPhase(session, 'VISIT24', 'Answering a criterion');
  const protocol = protocolFor(context.clinic, session);
  const criterion = protocol?.criteria.find(({ id }) => id === command.data.criterion);
  if (criterion === undefined) return refuse('unknown-criterion', 'VISIT24', 'The protocol has no such criterion.');
  if (criterion.result !== undefined)
    return refuse('result-needed', 'VISIT45', `"${criterion.label}" needs a result: enter the scale.`);
  const { met, escort } = command.data;
  if (criterion.id === ESCORT_CRITERION && met && escort === undefined)
    return refuse('answer-incomplete', 'VISIT55', 'Say who takes the patient home, what they are to them, and how you know.');
  return fact(session.id, 'criterion-answered', command.at, command.data);
}

function isObserved({ phase }: SessionState): boolean {
  return phase === 'infused' || phase === 'recovering';
}
