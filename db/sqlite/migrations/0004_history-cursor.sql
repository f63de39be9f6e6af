-- Every row is made anew from the events, by a cursor of its own that starts at 0: nothing of the old table is needed.
DROP TABLE `history`;
--> statement-breakpoint
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
	`acknowledgements` text,
	`patient_key` text NOT NULL,
	`day` text NOT NULL,
	`flags` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `history_session` ON `history` (`session_id`);--> statement-breakpoint
CREATE INDEX `history_over` ON `history` (`over_since`);--> statement-breakpoint
CREATE INDEX `history_patient` ON `history` (`patient_id`,`planned_start`);--> statement-breakpoint
CREATE INDEX `history_scan` ON `history` (`planned_start`,`session_id`,`status`,`flags`,`indication`,`nurse_id`,`chair_id`,`protocol_id`,`patient_id`,`day`,`vitals_due`,`vitals_on_time`,`alarms_high`,`alarms_medium`,`alarms_low`,`max_systolic`,`min_spo2`,`score`,`duration_min`,`delivered_mg`,`recovery_min`,`chair_min`,`chair_label`,`patient_key`,`acknowledgements`);
