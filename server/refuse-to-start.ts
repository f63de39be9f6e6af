import { DataInUse } from '../db/open.ts';
import { type Config, ConfigError } from './config.ts';

/** A mix-up of the demo and a clinic's own records. */
export class WrongDatabase extends Error {
  override readonly name = 'WrongDatabase';
}

/** Why the server does not start, in words for whoever started it. Without a cause known to us: where it went wrong. */
export function whyNotStarted(error: unknown, config: Pick<Config, 'host' | 'port' | 'dataDir'> | undefined): string {
  if (error instanceof ConfigError || error instanceof DataInUse || error instanceof WrongDatabase) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const place = config === undefined ? 'this address' : `${config.host}:${config.port}`;
  const folder = config?.dataDir ?? 'the data folder';
  switch (code) {
    case 'EADDRINUSE':
      return `Something else is listening on ${place}. Stop it, or choose another port: PORT=3001 npm start`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${place}. Set HOST to one that it has, for example 127.0.0.1.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `Not allowed to listen on ${place} or to write in ${folder}. Choose a port above 1023 and a folder of your own (DATA_DIR).`;
    case 'ENOSPC':
    case 'SQLITE_FULL':
      return `The disk of ${folder} is full. Make room, then start again; nothing that was acknowledged is lost.`;
    case 'SQLITE_READONLY':
    case 'SQLITE_CANTOPEN':
      return `The database in ${folder} cannot be written. Check who owns the folder and that its disk is not read-only.`;
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return `The database in ${folder} is damaged. Restore the last backup; keep the damaged file.`;
    default:
      return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}
