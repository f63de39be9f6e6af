import { newId } from '../../server/new-id.ts';
import type { CommandData } from '../../shared/session/commands.ts';
import type { SessionCommandType } from '../../shared/session/said/all.ts';
import { MINUTE_MS } from '../../shared/units.ts';
import type { Problem } from '../../shared/wire/problem.ts';
import { answerOf, criterionOf } from './answer-of.ts';
import type { ApiAnswer, ApiClient, Appended, SentCommand } from './api-client.ts';
import type { TestServer } from './builders.ts';
import { BAYS, CHAIRS, PATIENTS, PLAN, PROTOCOLS, type Username } from './small-clinic.ts';

export interface VisitOptions {
  /** Of `PATIENTS`; the first unless said. */
  readonly patientId?: string;
  /** Of `CHAIRS`; the first unless said. */
  readonly chairId?: string;
  readonly bayId?: string;
}

export interface SayOptions {
  /** Who says it; the nurse unless said. */
  readonly as?: Username;
  readonly id?: string;
  readonly at?: string;
  readonly patientId?: string;
}

/** A visit that staff play command by command through the API. */
export class PlayedVisit {
  readonly server: TestServer;
  readonly sessionId: string;
  readonly patientId: string;
  readonly #clients = new Map<Username, { readonly since: number; readonly client: Promise<ApiClient> }>();

  constructor(server: TestServer, patientId: string) {
    this.server = server;
    this.sessionId = newId(server.clock.now());
    this.patientId = patientId;
  }

  /** The command as it goes over the wire, happening now. */
  command<T extends SessionCommandType>(type: T, data: CommandData<T>, how: SayOptions = {}): SentCommand {
    const { clock } = this.server;
    return {
      id: how.id ?? newId(clock.now()),
      type,
      at: how.at ?? this.server.now(),
      patientId: how.patientId ?? this.patientId,
      data,
    };
  }

  /** Sends a command and gives whatever the server answers. */
  async try<T extends SessionCommandType>(
    type: T,
    data: CommandData<T>,
    how: SayOptions = {},
  ): Promise<ApiAnswer<Appended & Problem>> {
    return (await this.client(how.as ?? 'nurse')).command(this.sessionId, this.command(type, data, how));
  }

  /** Sends a command that must be stored. */
  async say<T extends SessionCommandType>(type: T, data: CommandData<T>, how: SayOptions = {}): Promise<Appended> {
    const answer = await this.try(type, data, how);
    if (answer.status !== 201) throw new Error(`${type}: ${answer.status} ${answer.text}`);
    return answer.body;
  }

  /** Somebody signed in; anew when so much time has passed that the sign-in may have ended. */
  client(username: Username): Promise<ApiClient> {
    const now = this.server.clock.now();
    const known = this.#clients.get(username);
    if (known !== undefined && now - known.since < 20 * MINUTE_MS) return known.client;
    const client = this.server.as(username);
    this.#clients.set(username, { since: now, client });
    return client;
  }
}

/** A visit on today's list. */
export async function playToScheduled(server: TestServer, options: VisitOptions = {}): Promise<PlayedVisit> {
  const visit = new PlayedVisit(server, options.patientId ?? PATIENTS[0].id);
  const nurse = await visit.client('nurse');
  const plan = visit.patientId === PLAN.patientId ? { planId: PLAN.id } : {};
  const answer = await nurse.post('/api/sessions', {
    id: newId(server.clock.now()),
    sessionId: visit.sessionId,
    at: server.now(),
    data: { patientId: visit.patientId, protocolId: PROTOCOLS.iv.id, plannedStart: server.now(), ...plan },
  });
  if (answer.status !== 201) throw new Error(`Not scheduled: ${answer.text}`);
  return visit;
}

/** Checked in at 80 kg, in a chair. */
export async function playToCheckedIn(server: TestServer, options: VisitOptions = {}): Promise<PlayedVisit> {
  const visit = await playToScheduled(server, options);
  await visit.say('check-in', aCheckIn());
  await visit.say('assign-chair', { chairId: options.chairId ?? CHAIRS[0] });
  return visit;
}

/** Nothing missing before the start: checklist, order (40 mg in 40 min), its second check, baseline 122/78. */
export async function playToReady(server: TestServer, options: VisitOptions = {}): Promise<PlayedVisit> {
  const visit = await playToCheckedIn(server, options);
  for (const item of PROTOCOLS.iv.checklist) await visit.say('answer-checklist', answerOf(item));
  await visit.say('write-order', anOrder(), { as: 'physician' });
  await visit.say('confirm-order', {}, { as: 'nurse2' });
  await visit.say('record-vitals', someVitals());
  await visit.say('record-observation', { moaas: 5 });
  return visit;
}

/** Running at 60 mL/h of 1 mg/mL since now: 40 mg in 40 min. */
export async function playToInfusing(server: TestServer, options: VisitOptions = {}): Promise<PlayedVisit> {
  const visit = await playToReady(server, options);
  await visit.say('start-infusion', { rateMlPerHour: 60 });
  return visit;
}

/** In a bay; the clock has moved on 40 min, with a reading every 10. */
export async function playToRecovering(server: TestServer, options: VisitOptions = {}): Promise<PlayedVisit> {
  const visit = await playToInfusing(server, options);
  for (let minute = 10; minute <= 40; minute += 10) {
    server.clock.advance(10 * MINUTE_MS);
    await visit.say('record-vitals', someVitals({ systolic: 124 }));
    await visit.say('record-observation', { moaas: 5 });
  }
  await visit.say('end-infusion', { outcome: 'completed' });
  await visit.say('move-to-recovery', { bayId: options.bayId ?? BAYS[0] });
  return visit;
}

/** Nothing missing before going home, after 60 min of recovery; the clock has moved on 100 min in all. */
export async function playToHome(server: TestServer, options: VisitOptions = {}): Promise<PlayedVisit> {
  const visit = await playToRecovering(server, options);
  for (let minute = 15; minute <= 60; minute += 15) {
    server.clock.advance(15 * MINUTE_MS);
    await visit.say('record-vitals', someVitals());
    await visit.say('record-observation', { moaas: 5 });
  }
  await visit.say('record-observation', { moaas: 5, dissociation: 0, nausea: 0, pain: 0 });
  await playReCheck(visit);
  await visit.say('score-discharge', { scale: 'padss', items: { vitalSigns: 2, activity: 2, nausea: 2, pain: 2, bleeding: 2 } });
  for (const id of TICKED) await visit.say('answer-criterion', criterionOf(id));
  return visit;
}

/** Gone home after that. */
export async function playToDischarged(server: TestServer, options: VisitOptions = {}): Promise<PlayedVisit> {
  const visit = await playToHome(server, options);
  await visit.say('discharge', {});
  return visit;
}

/** The criteria that a person ticks: of the others a result is proof. */
const TICKED = PROTOCOLS.iv.criteria.flatMap(({ id, result }) => (result === undefined ? [id] : []));

/** The C-SSRS once more before going home: no ideation unless said otherwise. */
async function playReCheck(visit: PlayedVisit, items = [0, 0, 0, 0, 0, 0]): Promise<void> {
  const { server, sessionId, patientId } = visit;
  const total = items.slice(0, 5).lastIndexOf(1) + 1;
  const data = {
    ...{ id: newId(server.clock.now()), patientId, sessionId, takenAt: server.now() },
    ...{ scale: 'cssrs' as const, total, items },
  };
  const nurse = await visit.client('nurse');
  const answer = await nurse.clinic({ id: newId(server.clock.now()), type: 'record-outcome', at: server.now(), data });
  if (answer.status !== 201) throw new Error(`Not recorded: ${answer.text}`);
}

/** 80 kg, two identifiers, escort named. */
export function aCheckIn(more: Partial<CommandData<'check-in'>> = {}): CommandData<'check-in'> {
  return { identifiers: ['name', 'date-of-birth'], weightKg: 80, escort: { name: 'Jo Reyes', phone: '0151 2345' }, ...more };
}

/** 0.5 mg/kg of 1 mg/mL over 40 min. */
export function anOrder(more: Partial<CommandData<'write-order'>> = {}): CommandData<'write-order'> {
  return { drug: 'Ketamine', route: 'iv', doseMgPerKg: 0.5, concentrationMgPerMl: 1, durationMin: 40, ...more };
}

/** A calm reading, all that a protocol asks for. */
export function someVitals(more: Partial<CommandData<'record-vitals'>> = {}): CommandData<'record-vitals'> {
  return { systolic: 122, diastolic: 78, heartRate: 70, spo2: 98, respiratoryRate: 14, ...more };
}
