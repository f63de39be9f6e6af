CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_token_hash_unique` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE TABLE `commands` (
	`id` text PRIMARY KEY NOT NULL,
	`digest` text NOT NULL,
	`outcome` text NOT NULL,
	`from_position` integer NOT NULL,
	`to_position` integer NOT NULL,
	`refusal` text
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `credentials` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`password_hash` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `credentials_username_unique` ON `credentials` (`username`);--> statement-breakpoint
CREATE TABLE `events` (
	`position` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`stream` text NOT NULL,
	`stream_position` integer NOT NULL,
	`type` text NOT NULL,
	`version` integer NOT NULL,
	`happened_at` text NOT NULL,
	`recorded_at` text NOT NULL,
	`actor_id` text NOT NULL,
	`actor_role` text NOT NULL,
	`device_id` text,
	`command_id` text NOT NULL,
	`data` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `events_stream` ON `events` (`stream`,`stream_position`);--> statement-breakpoint
CREATE TABLE `history` (
	`session_id` text NOT NULL,
	`patient_id` text NOT NULL,
	`patient_name` text NOT NULL,
	`mrn` text NOT NULL,
	`indication` text,
	`infusion_number` integer,
	`infusions_planned` integer,
	`protocol_id` text NOT NULL,
	`chair_id` text,
	`chair_label` text,
	`nurse_id` text,
	`nurse_name` text,
	`status` text NOT NULL,
	`planned_start` text NOT NULL,
	`started_at` text,
	`ended_at` text,
	`discharged_at` text,
	`duration_min` real,
	`recovery_min` real,
	`ordered_mg` real,
	`delivered_mg` real,
	`max_systolic` real,
	`max_diastolic` real,
	`min_spo2` real,
	`alarms_high` integer NOT NULL,
	`alarms_medium` integer NOT NULL,
	`alarms_low` integer NOT NULL,
	`acknowledge_seconds` real,
	`vitals_due` integer NOT NULL,
	`vitals_on_time` integer NOT NULL,
	`score` real,
	`stopped_early` integer NOT NULL,
	`overridden` integer NOT NULL,
	`corrected` integer NOT NULL,
	`charted_by` text,
	`reviewed_by` text,
	`charted_by_id` text,
	`reviewed_by_id` text,
	`over_since` text,
	`chair_min` real,
	`acknowledgements` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `history_session` ON `history` (`session_id`);--> statement-breakpoint
CREATE INDEX `history_over` ON `history` (`over_since`);--> statement-breakpoint
CREATE INDEX `history_patient` ON `history` (`patient_id`);--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `patients` (
	`id` text PRIMARY KEY NOT NULL,
	`search` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `probe` (
	`id` integer PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `sign_in_sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`expires_at` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `sign_in_sessions_staff` ON `sign_in_sessions` (`staff_id`);--> statement-breakpoint
CREATE INDEX `sign_in_sessions_expiry` ON `sign_in_sessions` (`expires_at`);