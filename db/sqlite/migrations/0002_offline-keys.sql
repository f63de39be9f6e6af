CREATE TABLE `offline_keys` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL
) STRICT, WITHOUT ROWID;
