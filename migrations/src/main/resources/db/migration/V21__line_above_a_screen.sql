-- What was just done is told in a line above the screen; a screen that draws itself again keeps it.

ALTER TABLE telegram_outbox
    ADD COLUMN IF NOT EXISTS line TEXT NULL COMMENT 'HTML that stands above a screen; it is in the body, too';
