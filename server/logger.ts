import type { FastifyServerOptions } from 'fastify';
import type { Config } from './config.ts';

/** Where log lines go; standard output by default. */
export interface LogSink {
  write(line: string): void;
}

/**
 * Options of the log (pino). It carries ids, codes, counts and times: never names, notes, values, addresses with their
 * query, or bodies. So requests and responses are not serialised at all (`access-log.ts` says what is needed), and of an
 * error only where it came from: its message may quote what somebody typed.
 */
export function loggerOptions(level: Config['logLevel'], stream?: LogSink): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: errorForLog, req: () => NOTHING, res: () => NO_STATUS },
    ...(stream === undefined ? {} : { stream }),
  };
}

const NOTHING = {};
const NO_STATUS = { statusCode: '' };

/** An error without its message: class, code and the places in the code. */
function errorForLog(error: unknown): { type: string; code: string | undefined; message: string; stack: string } {
  if (!(error instanceof Error)) return { type: typeof error, code: undefined, message: '', stack: '' };
  const code: unknown = Reflect.get(error, 'code');
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return {
    type: error.name,
    code: typeof code === 'string' ? code : undefined,
    message: '',
    stack: frames.map((line) => line.trim()).join(' | '),
  };
}
