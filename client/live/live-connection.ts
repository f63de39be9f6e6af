import { io, type Socket } from 'socket.io-client';
import type { Patient } from '../../shared/clinic/records.ts';
import type { Id } from '../../shared/units.ts';
import type { BoardAnswer } from '../../shared/wire/board.ts';
import { CLOSE } from '../../shared/wire/close-codes.ts';
import type { Handshake } from '../../shared/wire/up.ts';
import { WIRE_PROTOCOL } from '../../shared/wire/version.ts';
import { get } from './api.ts';
import { applyEvents, type ClinicStore, fromBoard, putPatient } from './clinic-store.ts';
import { beatOf, caughtUpOf, closingOf, eventsOf } from './frames.ts';
import type { LinkStore } from './link-store.ts';
import { loadSession } from './load-session.ts';
import type { ServerClock } from './server-clock.ts';
import type { Ticker } from './ticker.ts';

/*
 * The live path, in three phases that repeat for as long as somebody is signed in:
 *   1. board   GET /api/board: everything up to its head
 *   2. stream  the socket, from the cursor {position, epoch}: backfill, `caught-up`, then live
 *   3. break   the socket is lost: socket.io tries again by itself and the handshake carries the present cursor, so the
 *              stream goes on where it stopped, without gap or double
 * Back to 1 only when the cursor means nothing any more: another epoch, or a head behind ours.
 */

const RETRY_BOARD_MS = 2_000;

export interface LiveParts {
  readonly store: ClinicStore;
  readonly link: LinkStore;
  readonly clock: ServerClock;
  readonly ticker: Ticker;
  /** As the shared tablet itself, for its lock screen: without names. As who is signed in otherwise. */
  readonly as?: 'tablet';
}

/** Opens the live path; returns its disposer. */
export function openLive({ store, link, clock, ticker, as }: LiveParts): () => void {
  let closed = false;
  let socket: Socket | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let loading = false;
  let lastAskedAgainAt = Number.NEGATIVE_INFINITY;
  const asked = new Set<Id>();

  const loadBoard = async (restored: boolean) => {
    if (loading) return;
    loading = true;
    socket?.disconnect();
    const answer = await get<BoardAnswer>(as === undefined ? '/api/board' : `/api/board?as=${as}`);
    loading = false;
    if (closed) return;
    if (!answer.ok) {
      if (answer.status === 401) return link.setState({ stopped: 'signed-out' });
      link.setState({ problem: answer.problem });
      retry = setTimeout(() => void loadBoard(restored), RETRY_BOARD_MS);
      return;
    }
    clock.heard(answer.value.now, answer.value.speed);
    store.setState(fromBoard(answer.value), true);
    link.setState((before) => ({ problem: undefined, restoredAt: restored ? clock.now() : before.restoredAt }));
    ticker.tick();
    connect();
  };

  const connect = () => {
    socket ??= openSocket();
    socket.connect();
  };

  /** Drops the link and takes it up again: the handshake asks from the cursor. What does not help at once is tried slowly. */
  const askAgain = () => {
    link.setState({ caughtUp: false });
    socket?.disconnect();
    const now = performance.now();
    const again = () => {
      if (!closed) socket?.connect();
    };
    if (now - lastAskedAgainAt < RETRY_BOARD_MS) retry = setTimeout(again, RETRY_BOARD_MS);
    else again();
    lastAskedAgainAt = now;
  };

  const stop = (stopped: 'signed-out' | 'not-allowed' | 'too-old') => {
    link.setState({ stopped });
    socket?.disconnect();
  };

  const onClosing = (code: unknown) => {
    if (code === CLOSE.otherEpoch) void loadBoard(true);
    else if (code === CLOSE.tooOld) stop('too-old');
    else if (code === CLOSE.signIn) stop('signed-out');
    else if (code === CLOSE.notAllowed) stop('not-allowed');
  };

  const openSocket = (): Socket => {
    const opened = io({
      transports: ['websocket'],
      autoConnect: false,
      query: as === undefined ? {} : { as },
      auth: (send) => send(cursor(store)),
      reconnectionDelay: 300,
      reconnectionDelayMax: 2_000,
      timeout: 5_000,
    });
    opened.on('events', (frame: unknown) => {
      const events = eventsOf(frame);
      const applied = events === undefined ? ({ kind: 'gap' } as const) : applyEvents(store, events);
      if (applied.kind === 'gap') return askAgain();
      for (const id of applied.unknownPatients) void fetchPatient(id);
      if (as === 'tablet' && applied.torn.length > 0) return void loadBoard(false);
      for (const id of applied.torn) void loadSession(store, id);
    });
    opened.on('caught-up', (frame: unknown) => {
      if ((caughtUpOf(frame) ?? 0) > store.getState().position) return askAgain();
      link.setState({ caughtUp: true, problem: undefined });
    });
    opened.on('beat', (frame: unknown) => {
      const beat = beatOf(frame);
      if (beat === undefined) return;
      const { now, head, epoch, speed } = beat;
      clock.heard(now, speed);
      ticker.tick();
      const mine = store.getState();
      if (epoch !== mine.epoch || head < mine.position) return void loadBoard(true);
      // Frames come in order on one socket: a head beyond ours at a beat means that something was missed.
      if (head > mine.position && link.getState().caughtUp) askAgain();
    });
    opened.on('closing', (frame: unknown) => onClosing(closingOf(frame)));
    opened.on('connect_error', (error: Error & { readonly data?: unknown }) => {
      const code = closingOf(error.data);
      if (code !== undefined) return onClosing(code);
      // A refused upgrade looks like a dead network: only the server can say that nobody is signed in any more.
      void get('/api/me').then((answer) => {
        if (answer.status === 401 && !closed) stop('signed-out');
      });
      // A refusal in the handshake ends socket.io's own tries.
      if (!opened.active) retry = setTimeout(() => opened.connect(), RETRY_BOARD_MS);
    });
    opened.on('disconnect', (reason) => {
      link.setState({ caughtUp: false });
      // The server closed it: socket.io leaves it to us.
      if (reason === 'io server disconnect' && link.getState().stopped === undefined && !closed) opened.connect();
    });
    return opened;
  };

  const fetchPatient = async (id: Id) => {
    if (asked.has(id) || as === 'tablet') return;
    asked.add(id);
    const answer = await get<Patient>(`/api/patients/${id}`);
    if (answer.ok) putPatient(store, answer.value);
    else asked.delete(id);
  };

  // A device that comes back to its network does not wait for the next try.
  const wake = () => {
    if (socket !== undefined && !socket.connected && link.getState().stopped === undefined && store.getState().loaded)
      socket.connect();
  };
  window.addEventListener('online', wake);
  void loadBoard(false);

  return () => {
    closed = true;
    clearTimeout(retry);
    window.removeEventListener('online', wake);
    socket?.disconnect();
  };
}

function cursor(store: ClinicStore): Handshake {
  const { position, epoch } = store.getState();
  return { after: position, epoch, protocol: WIRE_PROTOCOL };
}
