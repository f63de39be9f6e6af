ALTER TABLE `history` ADD `adverse_events` integer DEFAULT 0 NOT NULL;
