import type { z } from 'zod';
import * as alarms from './alarms.ts';
import * as arriving from './arriving.ts';
import * as closing from './closing.ts';
import type { DataKit } from './data-kit.ts';
import * as emergencies from './emergencies.ts';
import * as infusing from './infusing.ts';
import * as observing from './observing.ts';
import * as preparing from './preparing.ts';
import * as recovering from './recovering.ts';
import type { EventRow } from './said.ts';
import * as series from './series.ts';
import * as unknown from './unknown.ts';

/** All rows. Whatever one of these files exports is one: exporting it is listing it. */
const { scheduled, ...said } = {
  ...arriving,
  ...preparing,
  ...infusing,
  ...observing,
  ...emergencies,
  ...recovering,
  ...closing,
};
const rows = { scheduled, ...said, ...alarms, ...series, ...unknown };

type Row = (typeof rows)[keyof typeof rows];
type CommandRow = (typeof said)[keyof typeof said];

/** What a visit's stream can hold, by type: what was said of it, and what the watch noticed. */
export type SessionEventData = { [R in Row as R['event']]: z.output<ReturnType<R['stored']>> };
export type SessionEventType = keyof SessionEventData;
/** Without what this version cannot show, which nobody appends. */
export type KnownEventType = Exclude<SessionEventType, 'unknown'>;

/** Events that change more of the visit than its phase: `evolve` has a case for each. */
export type OwnEventType = Extract<Row, { readonly folds: 'own' }>['event'];

/** The schemas of what can be said, by command. */
export type CommandSchemas = { [R in CommandRow as R['command']]: ReturnType<R['data']> };
export type SessionCommandType = keyof CommandSchemas;

type EventRows = {
  readonly [T in SessionEventType]: EventRow<T, SessionEventData[T]> & {
    readonly stored: (kit: DataKit) => z.ZodType<SessionEventData[T]>;
    readonly folds: 'own' | undefined;
  };
};
type CommandRows = {
  readonly [C in SessionCommandType]: Extract<CommandRow, { readonly command: C }>;
};

/** The row of each event. */
export const EVENT_ROWS = byName(Object.values(rows), ({ event }) => event) as unknown as EventRows;

/** The row of each command that is said of a visit which exists. */
export const COMMAND_ROWS = byName(Object.values(said), ({ command }) => command) as unknown as CommandRows;

/** The row of the one command that makes a visit. */
export const OPENING = scheduled;

function byName<R>(list: readonly R[], nameOf: (row: R) => string): Readonly<Record<string, R>> {
  return Object.fromEntries(list.map((row) => [nameOf(row), row]));
}
