CREATE TABLE `device_people` (
	`device_id` text NOT NULL,
	`staff_id` text NOT NULL,
	`signed_in_at` text NOT NULL,
	`wrong_tries` integer NOT NULL,
	PRIMARY KEY(`device_id`, `staff_id`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`token_hash` text NOT NULL,
	`name` text NOT NULL,
	`created_at` text NOT NULL,
	`last_seen_at` text NOT NULL,
	`revoked_at` text
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `devices_token_hash_unique` ON `devices` (`token_hash`);--> statement-breakpoint
CREATE TABLE `pins` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`pin_hash` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
ALTER TABLE `sign_in_sessions` ADD `device_id` text;--> statement-breakpoint
ALTER TABLE `sign_in_sessions` ADD `opened_by` text DEFAULT 'password' NOT NULL;
