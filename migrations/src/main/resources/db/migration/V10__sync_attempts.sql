-- How each node gets on with its desired state, as it says itself.

ALTER TABLE node_status
    ADD COLUMN sync_failures INT UNSIGNED NOT NULL DEFAULT 0
        COMMENT 'attempts in a row in which the desired state could not be stored or not be applied',
    ADD COLUMN sync_error    VARCHAR(1000) NULL COMMENT 'why the last failed attempt failed; kept after it is over',
    ADD COLUMN sync_error_at DATETIME(3)   NULL;
