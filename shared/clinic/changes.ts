import type { z } from 'zod';
import type { Role } from '../log/roles.ts';
import type * as protocol from './protocol.ts';
import type * as records from './records.ts';

/** What the rows describe their data with; handed to them, as a board needs the rows but not the schema library. */
export type RecordKit = typeof records & typeof protocol;

/** One thing that can happen to the reference data. */
export interface HappeningRow<E extends string, S extends z.ZodType> {
  readonly event: E;
  /** Prefix of the stream: each record has one of its own. */
  readonly stream: string;
  /** What is kept. */
  readonly stored: (kit: RecordKit) => S;
  /** Raised when the record takes another shape, with an upcast from the one before. 1 where it never did. */
  readonly version: number;
  /** By the version it starts from: data of that version as data of the next. */
  readonly upcasts: Readonly<Record<number, (old: never) => unknown>>;
  /** What a wall may have, where no patient's name and no free text may stand: all, nothing, or what a function picks. */
  readonly display: 'whole' | 'nothing' | ((data: z.output<S>) => unknown);
}

/** One change of the reference data that a person makes, and the event that it becomes. */
export interface ChangeRow<C extends string, E extends string, D extends z.ZodType, S extends z.ZodType>
  extends HappeningRow<E, S> {
  readonly command: C;
  readonly who: readonly Role[];
  /** The whole new record as a person sends it; what is kept is the same where `stored` is not another. */
  readonly data: (kit: RecordKit) => D;
}

function change<const C extends string, const E extends string, D extends z.ZodType, S extends z.ZodType = D>(row: {
  readonly command: C;
  readonly event: E;
  readonly stream: string;
  readonly who: readonly Role[];
  readonly data: (kit: RecordKit) => D;
  readonly stored?: (kit: RecordKit) => S;
  readonly version?: number;
  readonly upcasts?: Readonly<Record<number, (old: never) => unknown>>;
  readonly display: 'whole' | 'nothing' | ((data: z.output<S>) => unknown);
}): ChangeRow<C, E, D, S> {
  // The compiler cannot see that `stored` is left out only where S is D.
  return { version: 1, upcasts: {}, stored: row.data, ...row } as unknown as ChangeRow<C, E, D, S>;
}

const happening = <const E extends string, S extends z.ZodType>(row: HappeningRow<E, S>) => row;

const KEEPERS: readonly Role[] = ['nurse', 'physician', 'manager', 'administrator'];
const OFFICE: readonly Role[] = ['manager', 'administrator'];
const ADMINISTRATOR: readonly Role[] = ['administrator'];

/** Each carries the whole new record: what is said is what will be. */
const changes = [
  change({
    command: 'set-up-clinic',
    event: 'clinic-set-up',
    stream: 'clinic',
    // Accepted once, by the set-up page, before anybody can sign in.
    who: [],
    data: ({ clinicSchema }) => clinicSchema,
    display: 'whole',
  }),
  change({
    command: 'change-clinic',
    event: 'clinic-changed',
    stream: 'clinic',
    who: ADMINISTRATOR,
    data: ({ clinicSchema }) => clinicSchema,
    display: 'whole',
  }),
  change({
    command: 'put-chair',
    event: 'chair-put',
    stream: 'chair',
    // Nurses mark a chair as being cleaned and as available again.
    who: ['nurse', ...OFFICE],
    data: ({ chairSchema }) => chairSchema.omit({ since: true }),
    stored: ({ chairSchema }) => chairSchema,
    display: 'whole',
  }),
  change({
    command: 'put-bay',
    event: 'bay-put',
    stream: 'bay',
    who: OFFICE,
    data: ({ baySchema }) => baySchema,
    display: 'whole',
  }),
  change({
    command: 'put-staff',
    event: 'staff-put',
    stream: 'staff',
    who: ADMINISTRATOR,
    data: ({ staffSchema }) => staffSchema,
    display: ({ id, initials, role, active }) => ({ id, initials, role, active }),
  }),
  change({
    command: 'put-patient',
    event: 'patient-put',
    stream: 'patient',
    who: KEEPERS,
    data: ({ patientSchema }) => patientSchema,
    display: ({ id }) => ({ id }),
  }),
  change({
    command: 'record-allergies',
    event: 'allergies-recorded',
    stream: 'patient',
    // What is heard at the chair; nothing else of the record is touched.
    who: ['nurse', 'physician'],
    data: ({ saidAllergiesSchema }) => saidAllergiesSchema,
    stored: ({ patientAllergiesSchema }) => patientAllergiesSchema,
    display: ({ id }) => ({ id }),
  }),
  change({
    command: 'record-conditions',
    event: 'conditions-recorded',
    stream: 'patient',
    who: ['nurse', 'physician'],
    data: ({ saidConditionsSchema }) => saidConditionsSchema,
    stored: ({ patientConditionsSchema }) => patientConditionsSchema,
    display: ({ id }) => ({ id }),
  }),
  change({
    command: 'put-plan',
    event: 'plan-put',
    stream: 'plan',
    who: KEEPERS,
    data: ({ planSchema }) => planSchema,
    display: ({ id, patientId }) => ({ id, patientId }),
  }),
  change({
    command: 'publish-protocol',
    event: 'protocol-published',
    stream: 'protocol',
    who: ADMINISTRATOR,
    /** The next version of it: the last one + 1, or 1 for a new protocol. */
    data: ({ protocolSchema }) => protocolSchema,
    stored: ({ keptProtocolSchema }) => keptProtocolSchema,
    display: 'whole',
  }),
  change({
    command: 'record-outcome',
    event: 'outcome-recorded',
    stream: 'outcome',
    who: KEEPERS,
    data: ({ outcomeSchema }) => outcomeSchema,
    display: 'nothing',
  }),
];

/** What follows from a command of a visit, in the same write. */
const consequences = [
  happening({
    event: 'patient-limits-set',
    stream: 'patient',
    stored: ({ patientLimitsSchema }) => patientLimitsSchema,
    version: 1,
    upcasts: {},
    display: ({ id }) => ({ id }),
  }),
];

type Row = (typeof changes)[number];
type Happening = Row | (typeof consequences)[number];

/** What the rarely changing streams can hold, by type. */
export type ClinicEventData = { [R in Happening as R['event']]: z.output<ReturnType<R['stored']>> };
export type ClinicEventType = keyof ClinicEventData;

/** The schemas of what can be changed, by command. */
export type ClinicCommandSchemas = { [R in Row as R['command']]: ReturnType<R['data']> };
export type ClinicCommandType = keyof ClinicCommandSchemas;

/** The row of each change, by its command. */
export const CLINIC_COMMAND_ROWS = Object.fromEntries(changes.map((row) => [row.command, row])) as unknown as {
  readonly [C in ClinicCommandType]: Extract<Row, { readonly command: C }>;
};

/** The row of all that can happen, by its event. */
export const CLINIC_EVENT_ROWS = Object.fromEntries([...changes, ...consequences].map((row) => [row.event, row])) as unknown as {
  readonly [T in ClinicEventType]: Omit<Extract<Happening, { readonly event: T }>, 'stored' | 'display'> & {
    readonly stored: (kit: RecordKit) => z.ZodType<ClinicEventData[T]>;
    readonly display: 'whole' | 'nothing' | ((data: ClinicEventData[T]) => unknown);
  };
};

/** Prefixes of the streams that hold reference data. */
export const CLINIC_STREAMS: ReadonlySet<string> = new Set(changes.map(({ stream }) => stream));
