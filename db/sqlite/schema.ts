import type { Actor } from '../../shared/log/roles.ts';
import type { Phase } from '../../shared/session/phase.ts';
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from './drizzle.ts';

/**
 * The tables of one clinic: on SQLite the file is the clinic, so `position` alone is the key.
 * Drizzle makes the migrations from it and asks its queries by it; only the append path runs prepared SQL (see `event-log.ts`).
 * STRICT, and the triggers that make the log append only, are written by hand in `migrations/`
 * (drizzle-kit knows neither).
 */

/** Facts about the database itself: `epoch`, `tail-lost` when its end went missing once, and how far history has followed. */
export const meta = sqliteTable('meta', { key: text('key').primaryKey(), value: text('value').notNull() });

/** Written and read back by `/healthz`. */
export const probe = sqliteTable('probe', { id: integer('id').primaryKey(), value: text('value').notNull() });

/** The log. `data` is canonical JSON; `hash` covers the row and the hash before it. */
export const events = sqliteTable(
  'events',
  {
    position: integer('position').primaryKey(),
    id: text('id').notNull(),
    stream: text('stream').notNull(),
    streamPosition: integer('stream_position').notNull(),
    type: text('type').notNull(),
    version: integer('version').notNull(),
    happenedAt: text('happened_at').notNull(),
    recordedAt: text('recorded_at').notNull(),
    actorId: text('actor_id').notNull(),
    actorRole: text('actor_role').notNull().$type<Actor['role']>(),
    deviceId: text('device_id'),
    commandId: text('command_id').notNull(),
    data: text('data').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [uniqueIndex('events_stream').on(table.stream, table.streamPosition)],
);

/** What became of each command. `fromPosition` is the position before its first event. */
export const commands = sqliteTable('commands', {
  id: text('id').primaryKey(),
  digest: text('digest').notNull(),
  outcome: text('outcome', { enum: ['appended', 'refused'] }).notNull(),
  fromPosition: integer('from_position').notNull(),
  toPosition: integer('to_position').notNull(),
  refusal: text('refusal'),
});

/** Projection: patients as history looks for them. `search` is folded for comparison. */
export const patients = sqliteTable('patients', { id: text('id').primaryKey(), search: text('search').notNull() });

/**
 * Projection: one row per visit, see `HistoryRow`; below the line what names, boards and tiles need besides. It follows the log with a
 * cursor of its own, so its indexes delay no entry. `history_scan` holds all that is filtered, sorted and added up: a question is one
 * walk over it, and whole rows are read only for the page that is shown.
 */
export const history = sqliteTable(
  'history',
  {
    sessionId: text('session_id').notNull(),
    patientId: text('patient_id').notNull(),
    patientName: text('patient_name').notNull(),
    mrn: text('mrn').notNull(),
    indication: text('indication'),
    infusionNumber: integer('infusion_number'),
    infusionsPlanned: integer('infusions_planned'),
    protocolId: text('protocol_id').notNull(),
    chairId: text('chair_id'),
    chairLabel: text('chair_label'),
    nurseId: text('nurse_id'),
    nurseName: text('nurse_name'),
    status: text('status').notNull().$type<Phase>(),
    plannedStart: text('planned_start').notNull(),
    startedAt: text('started_at'),
    endedAt: text('ended_at'),
    dischargedAt: text('discharged_at'),
    durationMin: real('duration_min'),
    recoveryMin: real('recovery_min'),
    orderedMg: real('ordered_mg'),
    deliveredMg: real('delivered_mg'),
    maxSystolic: real('max_systolic'),
    maxDiastolic: real('max_diastolic'),
    minSpo2: real('min_spo2'),
    alarmsHigh: integer('alarms_high').notNull(),
    alarmsMedium: integer('alarms_medium').notNull(),
    alarmsLow: integer('alarms_low').notNull(),
    acknowledgeSeconds: real('acknowledge_seconds'),
    vitalsDue: integer('vitals_due').notNull(),
    vitalsOnTime: integer('vitals_on_time').notNull(),
    score: real('score'),
    stoppedEarly: integer('stopped_early').notNull(),
    overridden: integer('overridden').notNull(),
    corrected: integer('corrected').notNull(),
    chartedBy: text('charted_by'),
    reviewedBy: text('reviewed_by'),
    // Not part of a HistoryRow:
    chartedById: text('charted_by_id'),
    reviewedById: text('reviewed_by_id'),
    /** Null while the visit is not over; then since when it is. */
    overSince: text('over_since'),
    chairMin: real('chair_min'),
    /** JSON array of the acknowledgement times in seconds, log order; null when there is none. */
    acknowledgements: text('acknowledgements'),
    /** The patient's name folded for comparison. */
    patientKey: text('patient_key').notNull(),
    /** Day of the planned start in the clinic's time zone, `YYYY-MM-DD`. */
    day: text('day').notNull(),
    /** One bit for each flag of the filter, see `history-flags.ts`. */
    flags: integer('flags').notNull(),
    adverseEvents: integer('adverse_events').notNull().default(0),
  },
  (table) => [
    uniqueIndex('history_session').on(table.sessionId),
    index('history_over').on(table.overSince),
    index('history_patient').on(table.patientId, table.plannedStart),
    index('history_scan').on(
      table.plannedStart,
      table.sessionId,
      table.status,
      table.flags,
      table.indication,
      table.nurseId,
      table.chairId,
      table.protocolId,
      table.patientId,
      table.day,
      table.vitalsDue,
      table.vitalsOnTime,
      table.alarmsHigh,
      table.alarmsMedium,
      table.alarmsLow,
      table.maxSystolic,
      table.minSpo2,
      table.score,
      table.durationMin,
      table.deliveredMg,
      table.recoveryMin,
      table.chairMin,
      table.chairLabel,
      table.patientKey,
      table.acknowledgements,
      table.chartedById,
      table.reviewedById,
    ),
  ],
);

/** Sign-in secrets. Never events, never in the log, not touched by a rebuild. */
export const credentials = sqliteTable('credentials', {
  staffId: text('staff_id').primaryKey(),
  username: text('username').notNull().unique(),
  passwordHash: text('password_hash').notNull(),
});

export const signInSessions = sqliteTable(
  'sign_in_sessions',
  {
    tokenHash: text('token_hash').primaryKey(),
    staffId: text('staff_id').notNull(),
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    /** The enrolled tablet it was opened on. */
    deviceId: text('device_id'),
    openedBy: text('opened_by', { enum: ['password', 'pin'] })
      .notNull()
      .default('password'),
  },
  (table) => [index('sign_in_sessions_staff').on(table.staffId), index('sign_in_sessions_expiry').on(table.expiresAt)],
);

/** What a tablet seals its waiting entries with, one for each person. Never leaves but to that person, signed in. */
export const offlineKeys = sqliteTable('offline_keys', { staffId: text('staff_id').primaryKey(), key: text('key').notNull() });

export const apiTokens = sqliteTable('api_tokens', {
  id: text('id').primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  name: text('name').notNull(),
  role: text('role', { enum: ['integration', 'display'] }).notNull(),
  createdAt: text('created_at').notNull(),
  revokedAt: text('revoked_at'),
});

/** Tablets that people share. Only the hash of the device's cookie is kept. */
export const devices = sqliteTable('devices', {
  id: text('id').primaryKey(),
  tokenHash: text('token_hash').notNull().unique(),
  name: text('name').notNull(),
  createdAt: text('created_at').notNull(),
  lastSeenAt: text('last_seen_at').notNull(),
  revokedAt: text('revoked_at'),
});

export const pins = sqliteTable('pins', { staffId: text('staff_id').primaryKey(), pinHash: text('pin_hash').notNull() });

/** Who signed in with the password on a tablet, when last, and wrong PINs since. */
export const devicePeople = sqliteTable(
  'device_people',
  {
    deviceId: text('device_id').notNull(),
    staffId: text('staff_id').notNull(),
    signedInAt: text('signed_in_at').notNull(),
    wrongTries: integer('wrong_tries').notNull(),
  },
  (table) => [primaryKey({ columns: [table.deviceId, table.staffId] })],
);
