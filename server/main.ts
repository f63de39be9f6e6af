import closeWithGrace from 'close-with-grace';
import { openStore } from '../db/open.ts';
import { systemClock } from './clock.ts';
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
  const server = await open(settings);
  closeWithGrace({ delay: STOP_WITHIN_MS, logger: { error: (said) => say(String(said)) } }, async ({ err, signal }) => {
    if (err !== undefined) server.log.fatal({ err }, 'unexpected');
    if (signal !== undefined) forgiveTheSameSignal(signal);
    await server.stop();
  });
  say(`Chairside is open: ${server.url}`);
  if (server.services.model.clinic.staff.size === 0) say('There is nobody yet: open the address to set the clinic up.');
}

async function open(settings: Config): Promise<RunningServer> {
  const { dataDir, databaseUrl } = settings;
  const file = settings.demo ? 'demo.db' : 'chairside.db';
  const store = await openStore({ dataDir, file, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  const server = await startServer({ config: settings, store, clock: systemClock() });
  const { clinic } = server.services.model.clinic;
  if (clinic !== undefined && clinic.demo !== settings.demo) {
    await server.stop();
    throw new WrongDatabase(
      settings.demo
        ? `${file} in ${dataDir} holds a clinic's own records: the demo will not touch them.`
        : `${file} in ${dataDir} holds the demo clinic, whose sign-ins everybody knows. Start with --demo, or use another DATA_DIR.`,
    );
  }
  return server;
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
