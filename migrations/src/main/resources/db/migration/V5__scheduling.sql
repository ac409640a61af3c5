-- What each job last did, and which are paused. Quartz's own tables follow in their own migration.

CREATE TABLE job_state (
    name              VARCHAR(64)   NOT NULL PRIMARY KEY,
    paused            BOOLEAN       NOT NULL DEFAULT FALSE,
    last_started_at   DATETIME(3)   NULL,
    last_finished_at  DATETIME(3)   NULL,
    last_outcome      VARCHAR(500)  NULL,
    last_failed       BOOLEAN       NOT NULL DEFAULT FALSE,
    failures_in_a_row INT UNSIGNED  NOT NULL DEFAULT 0,
    runs              BIGINT UNSIGNED NOT NULL DEFAULT 0,
    last_controller   VARCHAR(64)   NULL
);
