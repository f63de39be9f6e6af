import { setTimeout as sleep } from 'node:timers/promises';
import { outcomesOf } from '../../../shared/clinic/outcomes-of.ts';
import type { SessionState } from '../../../shared/session/state.ts';
import { type Id, MINUTE_MS, toInstant } from '../../../shared/units.ts';
import type { BoardAnswer } from '../../../shared/wire/board.ts';
import type { Act } from '../behaviour/act.ts';
import { nextAct } from '../behaviour/next-act.ts';
import { sceneOf, teamOf } from '../behaviour/ward.ts';
import { NoAnswer } from './colleague.ts';
import { expectMore } from './front-desk.ts';
import { follow, tidyChairs } from './housekeeping.ts';
import { type DayOptions, newCommandId, TRY_AGAIN_MS, Voice } from './voice.ts';
import { eventsIn, WardView } from './ward-view.ts';

/** Who looks at the board for everybody. */
const LOOKOUT = 'nurse';
/** The board is read again at least this often, in real ms and in ms of the day, but not more often than that. */
const LOOK_EVERY_MS = 2_000;
const LOOK_EVERY_DAY_MS = 15_000;
const LOOK_AT_MOST_EVERY_MS = 100;
/** What is typed later than this after it was due is said to happen now. */
const SET_BACK_AT_MOST_MS = 3 * MINUTE_MS;
/** After a refusal a visit is left alone for so long. */
const LEAVE_ALONE_MS = MINUTE_MS;

/**
 * Staff at work: reads the board through the public API, works out by `behaviour/` what comes next in each visit, and says it
 * when its time has come on the server's clock. Nothing is remembered that the board does not hold, so that a restart of either
 * side changes nothing, and whatever a person does meanwhile is taken as it is.
 */
export class Day {
  readonly #options: DayOptions;
  readonly #voice: Voice;
  readonly #ward = new WardView();
  /** Worked out once for each state of a visit. */
  readonly #acts = new Map<Id, { readonly state: SessionState; readonly results: number; readonly act: Act | undefined }>();
  readonly #leftAlone = new Map<Id, number>();
  /** Visits of which somebody said something that has not been read yet. */
  readonly #behind = new Set<Id>();

  constructor(options: DayOptions) {
    this.#options = options;
    this.#voice = new Voice(options);
  }

  /** Looks at the board once and does all that is due. Gives the time (ms) of what comes next; for a clock that waits for staff. */
  async step(): Promise<number> {
    await this.#look();
    await this.#doWhatIsDue();
    return this.#nextDueMs();
  }

  /** Resolves when the signal ends the day. Silence of the server is waited out. */
  async play(): Promise<void> {
    const { signal, onTrouble } = this.#options;
    while (!signal.aborted) {
      try {
        await this.#look();
        await this.#work();
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof NoAnswer)) throw error;
        onTrouble?.('no-answer', 'board');
        await sleep(TRY_AGAIN_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #look(): Promise<void> {
    const { status, body } = await this.#voice.ask(LOOKOUT, '/api/board');
    if (status !== 200) throw new NoAnswer(`No board: ${status}`);
    // Held to its schema by the tests of the API; reading it again here would cost more than the rest of the look.
    this.#ward.read(body as BoardAnswer);
    this.#behind.clear();
    for (const id of this.#acts.keys()) if (!this.#ward.sessions.has(id)) this.#acts.delete(id);
    await expectMore(this.#voice, this.#ward, this.#options.seed);
    await tidyChairs(this.#voice, this.#ward, LOOKOUT);
  }

  /** Until it is time for the next look. */
  async #work(): Promise<void> {
    const everyMs = Math.max(LOOK_AT_MOST_EVERY_MS, Math.min(LOOK_EVERY_MS, LOOK_EVERY_DAY_MS / this.#ward.speed));
    const untilMs = performance.now() + everyMs;
    do {
      await this.#doWhatIsDue();
      const waitMs = Math.min(untilMs - performance.now(), this.#ward.realMsUntil(this.#nextDueMs()));
      if (waitMs > 0) await sleep(waitMs, undefined, { signal: this.#options.signal });
    } while (performance.now() < untilMs);
  }

  async #doWhatIsDue(): Promise<void> {
    for (const id of [...this.#ward.sessions.keys()])
      for (let act = this.#actOf(id); act !== undefined && act.dueMs <= this.#ward.now(); act = this.#actOf(id)) {
        if (this.#options.signal.aborted) return;
        await this.#say(id, act);
      }
  }

  #nextDueMs(): number {
    return Math.min(...[...this.#ward.sessions.keys()].map((id) => this.#actOf(id)?.dueMs ?? Number.POSITIVE_INFINITY));
  }

  /** What comes next in a visit, or `undefined` while it is left alone. */
  #actOf(id: Id): Act | undefined {
    const { clinic, sessions } = this.#ward;
    const state = sessions.get(id);
    if (state === undefined || this.#behind.has(id) || (this.#leftAlone.get(id) ?? 0) > this.#ward.now()) return undefined;
    const known = this.#acts.get(id);
    // Chairs and bays come and go without the visit changing.
    const waitsForPlace = state.phase === 'checked-in' || state.phase === 'infused';
    // So do results, which belong to the patient.
    const results = outcomesOf(clinic, state.patientId).length;
    if (known?.state === state && known.results === results && !waitsForPlace) return known.act;
    const scene = sceneOf(this.#options.seed, clinic, teamOf(clinic), sessions, state);
    // A visit that was put on the list just now: its patient comes with the next look at the board.
    if (scene === undefined) return undefined;
    const act = nextAct(scene, this.#options.password);
    this.#acts.set(id, { state, results, act });
    return act;
  }

  async #say(sessionId: Id, { by, said, dueMs, happenedMs }: Act): Promise<void> {
    const before = this.#ward.sessions.get(sessionId);
    const username = this.#ward.clinic.staff.get(by)?.username;
    if (before === undefined || username === undefined) {
      this.#leaveAlone(sessionId);
      return;
    }
    const now = Math.floor(this.#ward.now());
    const at = toInstant(happenedMs ?? (now - dueMs <= SET_BACK_AT_MOST_MS ? dueMs : now));
    const command = { id: newCommandId(), type: said.type, at, patientId: before.patientId, data: said.data };
    const answer = await this.#voice.say(username, `/api/sessions/${sessionId}/commands`, command, said.type);
    if (!answer.accepted) {
      this.#leaveAlone(sessionId);
      return;
    }
    // The watch or a person spoke in between: the next look at the board has it.
    if (!this.#ward.heard(sessionId, eventsIn(answer.body))) this.#behind.add(sessionId);
    await follow(this.#voice, this.#ward, this.#options.seed, { type: said.type, username, before });
  }

  #leaveAlone(id: Id): void {
    this.#leftAlone.set(id, this.#ward.now() + LEAVE_ALONE_MS);
  }
}
