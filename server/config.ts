import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const timeZone = z.string().refine(isTimeZone, 'is not an IANA time zone such as Europe/Berlin');

const configSchema = z.object({
  PORT: z.coerce
    .number('is not a port number')
    .int('is not a port number')
    .min(0)
    .max(65_535, 'is not a port number')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'does not begin with postgres://')
    .optional(),
  CLINIC_TIME_ZONE: timeZone.default(() => Intl.DateTimeFormat().resolvedOptions().timeZone),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  demo: z.boolean(),
  frozen: z.boolean(),
  '--speed': z.coerce.number('is not a number').positive('is not above 0').max(600, 'is above 600').default(1),
});

/** Everything that can be set from outside, checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  readonly databaseUrl?: string;
  /** IANA name; counts until the clinic names its own. */
  readonly timeZone: string;
  /** Whether somebody named it; else it is the machine's. */
  readonly isTimeZoneNamed: boolean;
  readonly logLevel: z.infer<typeof configSchema>['LOG_LEVEL'];
  readonly demo: boolean;
  /** The demo day is seeded but does not move. */
  readonly frozen: boolean;
  /** How fast the demo day runs; 1 without `--demo`. */
  readonly speed: number;
}

/** Something is wrong with the settings; the message has one line for each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings: environment first, then the command line (`--demo`, `--speed N`, `--frozen`). An empty variable
 * counts as not set. Throws `ConfigError` that names everything that is wrong.
 */
export function readConfig(
  environment: NodeJS.ProcessEnv = process.env,
  argv: readonly string[] = process.argv.slice(2),
): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const flags = readFlags(argv);
  const parsed = configSchema.safeParse({ ...set, ...flags.values });
  const wrong = [
    ...flags.wrong,
    ...(parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`)),
  ];
  if (!parsed.success || wrong.length > 0) throw new ConfigError(['The settings are not right:', ...wrong].join('\n  '));
  const { data } = parsed;
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: resolve(data.DATA_DIR),
    ...(data.DATABASE_URL === undefined ? {} : { databaseUrl: data.DATABASE_URL }),
    timeZone: data.CLINIC_TIME_ZONE,
    isTimeZoneNamed: 'CLINIC_TIME_ZONE' in set,
    logLevel: data.LOG_LEVEL,
    demo: data.demo,
    frozen: data.frozen,
    speed: data['--speed'],
  };
}

const FLAGS = { demo: { type: 'boolean' }, frozen: { type: 'boolean' }, speed: { type: 'string' } } as const;

/** What is not known is collected, not thrown: everything that is wrong is named at once. */
function readFlags(argv: readonly string[]) {
  const { values, tokens } = parseArgs({ args: [...argv], options: FLAGS, strict: false, tokens: true });
  const wrong = tokens.flatMap((token) => {
    if (token.kind === 'option-terminator') return [];
    if (token.kind === 'option' && token.name in FLAGS) return [];
    return [`${token.kind === 'option' ? token.rawName : token.value} is not known; there are --demo, --speed N and --frozen`];
  });
  const { speed } = values;
  const [demo, frozen] = [values.demo !== undefined, values.frozen !== undefined];
  if (!demo && (frozen || speed !== undefined)) wrong.push('--speed and --frozen need --demo');
  // Without a number behind it `--speed` is just there.
  return { values: { demo, frozen, ...(speed === undefined ? {} : { '--speed': speed === true ? '' : speed }) }, wrong };
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
