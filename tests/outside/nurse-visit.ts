/**
 * A nurse's visit as a program of somebody else would play it, against the client that a generator writes from our document.
 * Not compiled with the other tests: `tests/integration/api-client.test.ts` lays the generated client beside it.
 */
import { randomUUID } from 'node:crypto';
import * as chairside from './chairside.ts';

const ESCORT = { name: 'Jo Reyes', relation: 'sister', identity: 'known-to-us' } as const;

export interface Clinic {
  readonly url: string;
  readonly password: string;
  readonly patientId: string;
  readonly protocolId: string;
  readonly chairId: string;
  readonly bayId: string;
  /** The clinic's time. */
  readonly now: () => string;
  readonly minutesPass: (minutes: number) => void;
}

export interface Played {
  /** Types of the visit's events, in order. */
  readonly types: readonly string[];
  readonly highestSystolic: number;
  readonly row: chairside.HistoryRow | undefined;
  /** Code of the refusal when the record is signed once more. */
  readonly refusedWith: string;
}

type Person = { readonly headers: { readonly cookie: string } };
/** What is said of a visit, without what each command carries. */
type Said<C = chairside.SessionCommand> = C extends { readonly type: infer T; readonly data: infer D }
  ? { type: T; data: D }
  : never;

export async function playVisit(clinic: Clinic): Promise<Played> {
  chairside.defaults.baseUrl = clinic.url;
  const { patientId, protocolId, minutesPass } = clinic;
  const sessionId = randomUUID();
  const nurse = await signIn('nurse', clinic.password);
  const send = (person: Person, said: Said) => {
    const command = { ...said, id: randomUUID(), at: clinic.now(), patientId } as chairside.SessionCommand;
    return chairside.sendSessionCommand(sessionId, command, {}, person);
  };
  const say = async (said: Said, person = nurse) => stored(await send(person, said));

  stored(
    await chairside.scheduleSession(
      { id: randomUUID(), sessionId, at: clinic.now(), data: { patientId, protocolId, plannedStart: clinic.now() } },
      {},
      nurse,
    ),
  );
  await say({ type: 'check-in', data: { identifiers: ['name', 'date-of-birth'], weightKg: 80 } });
  await say({ type: 'assign-chair', data: { chairId: clinic.chairId } });
  const protocol = await protocolOf(protocolId, nurse);
  for (const { id, expected, asks } of protocol.checklist) {
    const note = expected === 'yes' ? asks?.yes?.quick[0] : undefined;
    await say({ type: 'answer-checklist', data: { item: id, answer: expected, ...(note === undefined ? {} : { note }) } });
  }
  const order = { drug: protocol.drug, route: protocol.route, doseMgPerKg: 0.5, concentrationMgPerMl: 1, durationMin: 40 };
  await say({ type: 'write-order', data: order }, await signIn('physician', clinic.password));
  await say({ type: 'confirm-order', data: {} }, await signIn('nurse2', clinic.password));
  await say({
    type: 'record-vitals',
    data: { systolic: 122, diastolic: 78, heartRate: 72, spo2: 98, respiratoryRate: 14, temperatureC: 36.6 },
  });
  await say({ type: 'record-observation', data: { moaas: 5 } });

  await say({ type: 'start-infusion', data: { rateMlPerHour: 60 } });
  for (let reading = 1; reading <= 4; reading++) {
    minutesPass(10);
    await say({ type: 'record-vitals', data: { systolic: 120 + 2 * reading, diastolic: 80, heartRate: 74, spo2: 97 } });
  }
  await say({ type: 'end-infusion', data: { outcome: 'completed' } });

  await say({ type: 'move-to-recovery', data: { bayId: clinic.bayId } });
  for (let reading = 1; reading <= 4; reading++) {
    minutesPass(15);
    await say({ type: 'record-vitals', data: { systolic: 124, diastolic: 79, heartRate: 70, spo2: 98, respiratoryRate: 14 } });
  }
  await say({ type: 'record-observation', data: { moaas: 5, dissociation: 0, nausea: 0, pain: 0 } });
  await chairside.sendClinicCommand(
    {
      ...{ id: randomUUID(), type: 'record-outcome', at: clinic.now() },
      data: {
        ...{ id: randomUUID(), patientId, sessionId, takenAt: clinic.now() },
        ...{ scale: 'cssrs', total: 0, items: [0, 0, 0, 0, 0, 0] },
      },
    },
    {},
    nurse,
  );
  const items = { vitalSigns: 2, activity: 2, nausea: 2, pain: 2, bleeding: 2 };
  await say({ type: 'score-discharge', data: { scale: 'padss', items } });
  for (const { id, result } of protocol.criteria)
    if (result === undefined)
      await say({
        type: 'answer-criterion',
        data: { criterion: id, met: true, ...(id === 'escort-here' ? { escort: ESCORT } : {}) },
      });
  await say({ type: 'discharge', data: {} });

  const charted: Said = { type: 'sign-record', data: { meaning: 'charted', password: clinic.password } };
  const reviewed: Said = { type: 'sign-record', data: { meaning: 'reviewed', password: clinic.password } };
  await say(charted);
  await say(reviewed, await signIn('physician', clinic.password));
  const again = await send(nurse, charted);

  const timeline = await chairside.getTimeline(sessionId, nurse);
  const history = await chairside.getHistory({ patient: patientId, status: 'discharged' }, nurse);
  if (timeline.status !== 200 || history.status !== 200) throw new Error('The visit cannot be read');
  return {
    types: timeline.data.events.map(({ type }) => type),
    highestSystolic: Math.max(
      ...timeline.data.events.map((event) => (event.type === 'vitals-recorded' ? (event.data.systolic ?? 0) : 0)),
    ),
    row: history.data.rows.find((row) => row.sessionId === sessionId),
    refusedWith: again.status === 409 ? again.data.code : `status ${again.status}`,
  };
}

async function signIn(username: string, password: string): Promise<Person> {
  const answer = await chairside.signIn({ username, password });
  if (answer.status !== 200) throw new Error(`${username}: ${answer.data.code}`);
  const [cookie = ''] = answer.headers.getSetCookie().map((line) => line.split(';')[0]);
  return { headers: { cookie } };
}

async function protocolOf(id: string, person: Person): Promise<chairside.Protocol> {
  const answer = await chairside.getProtocol(id, person);
  const latest = answer.status === 200 ? answer.data.versions.at(-1) : undefined;
  if (latest === undefined) throw new Error('There is no such protocol');
  return latest;
}

/** The answer of a command that must have been stored. */
function stored(answer: Awaited<ReturnType<typeof chairside.sendSessionCommand>>): chairside.Appended {
  if (answer.status === 200 || answer.status === 201) return answer.data;
  throw new Error(`${answer.data.code}: ${answer.data.detail}`);
}
