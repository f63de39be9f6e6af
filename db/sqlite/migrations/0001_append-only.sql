-- The log only grows: no change, no removal, and each position is the one after the last.
CREATE TRIGGER `events_refuse_update` BEFORE UPDATE ON `events` BEGIN SELECT RAISE(ABORT, 'events are append only'); END;
--> statement-breakpoint
CREATE TRIGGER `events_refuse_delete` BEFORE DELETE ON `events` BEGIN SELECT RAISE(ABORT, 'events are append only'); END;
--> statement-breakpoint
CREATE TRIGGER `events_refuse_gap` BEFORE INSERT ON `events`
WHEN NEW.`position` <> (SELECT coalesce(max(`position`), 0) + 1 FROM `events`)
BEGIN SELECT RAISE(ABORT, 'events have no gaps'); END;
--> statement-breakpoint
-- What was answered to a command stays answered.
CREATE TRIGGER `commands_refuse_update` BEFORE UPDATE ON `commands` BEGIN SELECT RAISE(ABORT, 'commands are append only'); END;
--> statement-breakpoint
CREATE TRIGGER `commands_refuse_delete` BEFORE DELETE ON `commands` BEGIN SELECT RAISE(ABORT, 'commands are append only'); END;
