import type { Socket } from 'socket.io-client';
import type { BoardAnswer } from '../../shared/wire/board.ts';
import { CLOSE } from '../../shared/wire/close-codes.ts';
import type { Handshake } from '../../shared/wire/up.ts';
import { WIRE_PROTOCOL } from '../../shared/wire/version.ts';
import { get } from './api.ts';
import { applyEvents, type ClinicStore, fromBoard } from './clinic-store.ts';
import { patientFetcher } from './fetch-patient.ts';
import type { LinkStore } from './link-store.ts';
import { makeSocket, type SocketEars } from './live-socket.ts';
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
  const fetchPatient = patientFetcher(store);
  let closed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let loading = false;
  let lastAskedAgainAt = Number.NEGATIVE_INFINITY;
  let socket: Socket | undefined;

  const later = (act: () => void) => {
    retry = setTimeout(act, RETRY_BOARD_MS);
  };
  const connect = () => {
    if (closed) return;
    socket ??= makeSocket(as, () => cursor(store), ears);
    socket.connect();
  };
  const stop = (stopped: 'signed-out' | 'not-allowed' | 'too-old') => {
    link.setState({ stopped });
    socket?.disconnect();
  };

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
      return later(() => void loadBoard(restored));
    }
    clock.heard(answer.value.now, answer.value.speed);
    store.setState(fromBoard(answer.value), true);
    link.setState((before) => ({ problem: undefined, restoredAt: restored ? clock.now() : before.restoredAt }));
    ticker.tick();
    connect();
  };

  /** Drops the link and takes it up again: the handshake asks from the cursor. What does not help at once is tried slowly. */
  const askAgain = () => {
    link.setState({ caughtUp: false });
    socket?.disconnect();
    const now = performance.now();
    if (now - lastAskedAgainAt < RETRY_BOARD_MS) later(connect);
    else connect();
    lastAskedAgainAt = now;
  };

  const ears: SocketEars = {
    onEvents: (events) => {
      const applied = events === undefined ? ({ kind: 'gap' } as const) : applyEvents(store, events);
      if (applied.kind === 'gap') return askAgain();
      // The lock screen has no names.
      if (as !== 'tablet') for (const id of applied.unknownPatients) void fetchPatient(id);
      if (as === 'tablet' && applied.torn.length > 0) return void loadBoard(false);
      for (const id of applied.torn) void loadSession(store, id);
    },
    onCaughtUp: (head) => {
      if (head > store.getState().position) return askAgain();
      link.setState({ caughtUp: true, problem: undefined });
    },
    onBeat: ({ now, head, epoch, speed }) => {
      clock.heard(now, speed);
      ticker.tick();
      const mine = store.getState();
      if (epoch !== mine.epoch || head < mine.position) return void loadBoard(true);
      // Frames come in order on one socket: a head beyond ours at a beat means that something was missed.
      if (head > mine.position && link.getState().caughtUp) askAgain();
    },
    onClosing: (code) => {
      if (code === CLOSE.otherEpoch) void loadBoard(true);
      else if (code === CLOSE.tooOld) stop('too-old');
      else if (code === CLOSE.signIn) stop('signed-out');
      else if (code === CLOSE.notAllowed) stop('not-allowed');
    },
    onUnreachable: (gaveUp) => {
      // A refused upgrade looks like a dead network: only the server can say that nobody is signed in any more.
      void get('/api/me').then((answer) => {
        if (answer.status === 401 && !closed) stop('signed-out');
      });
      if (gaveUp) later(connect);
    },
    onLost: (byServer) => {
      link.setState({ caughtUp: false });
      if (byServer && link.getState().stopped === undefined) connect();
    },
  };

  // A device that comes back to its network does not wait for the next try.
  const wake = () => {
    if (socket !== undefined && !socket.connected && link.getState().stopped === undefined && store.getState().loaded) connect();
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
