import closeWithGrace from 'close-with-grace';
import { openStore } from '../db/open.ts';
import type { Store } from '../db/store.ts';
import type { Clinic } from '../shared/clinic/records.ts';
import type { Recorded } from '../shared/log/event.ts';
import { type Clock, fastClock, stillClock, systemClock } from './clock.ts';
import { type Config, readConfig } from './config.ts';
import { WrongDatabase, whyNotStarted } from './refuse-to-start.ts';
import { type RunningServer, startServer } from './start-server.ts';

/** `stop` must be through before the 10 s that whoever sends SIGTERM grants. */
const STOP_WITHIN_MS = 9_000;
/** The same signal often comes twice: from the terminal or the container, and passed on by npm. */
const SAME_SIGNAL_MS = 1_000;

let config: Config | undefined;
try {
  config = readConfig();
  await serve(config);
} catch (error) {
  process.stderr.write(`${whyNotStarted(error, config)}\n`);
  process.exit(1);
}

async function serve(settings: Config): Promise<void> {
  // The demo's seed and players are loaded for the demo only.
  const demo = settings.demo ? await import('./cli/demo.ts') : undefined;
  const file = demo === undefined ? 'chairside.db' : 'demo.db';
  const { dataDir, databaseUrl } = settings;
  const place = { dataDir, file, ...(databaseUrl === undefined ? {} : { databaseUrl }) };
  const store = await (demo === undefined ? openStore(place) : demo.openDemo(place, Date.now(), settings, say));
  const wrong = await whyWrongDatabase(store, settings, file);
  if (wrong !== undefined) {
    await store.close();
    throw new WrongDatabase(wrong);
  }
  const server = await startServer({ config: settings, store, clock: clockOf(settings) });
  const endDay = settings.frozen ? undefined : demo?.playDemo(server.url, trouble(server));
  closeWithGrace({ delay: STOP_WITHIN_MS, logger: { error: (said) => say(String(said)) } }, async ({ err, signal }) => {
    if (err !== undefined) server.log.fatal({ err }, 'unexpected');
    if (signal !== undefined) forgiveTheSameSignal(signal);
    await endDay?.();
    await server.stop();
  });
  say(`Chairside is open: ${server.url}`);
  if (demo !== undefined) say(demo.DEMO_SIGN_INS);
  if (server.services.model.clinic.staff.size === 0) say('There is nobody yet: open the address to set the clinic up.');
}

/** The demo's day runs at its own speed, or stands still; a clinic's is the machine's. */
function clockOf({ demo, frozen, speed }: Config): Clock {
  if (!demo) return systemClock();
  return frozen ? stillClock(Date.now()) : fastClock(speed, Date.now());
}

/** Why the file must not be served: it holds the demo (known sign-ins) and is to be a clinic, or the other way round. */
async function whyWrongDatabase(store: Store, { demo, dataDir }: Config, file: string): Promise<string | undefined> {
  const isOther = ({ type, data }: Recorded) => type === 'clinic-set-up' && (data as Clinic).demo !== demo;
  if (!(await store.referenceEvents()).some(isOther)) return undefined;
  return demo
    ? `${file} in ${dataDir} holds a clinic's own records: the demo will not touch them.`
    : `${file} in ${dataDir} holds the demo clinic, whose sign-ins everybody knows. Start with --demo, or use another DATA_DIR.`;
}

/** What the players of the demo day stumble over, by its code. */
function trouble({ log }: RunningServer): (code: string, subject: string) => void {
  return (code, subject) => log.warn({ code, subject }, 'the demo day');
}

function forgiveTheSameSignal(signal: NodeJS.Signals): void {
  const impatient = process.listeners(signal);
  process.removeAllListeners(signal);
  process.on(signal, () => undefined);
  setTimeout(() => {
    for (const listener of impatient) process.on(signal, listener);
  }, SAME_SIGNAL_MS).unref();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
