-- What checks find of nodes: verdicts, the checks themselves, and what follows from them.

ALTER TABLE node_status
    ADD COLUMN IF NOT EXISTS health VARCHAR(16) NULL COMMENT 'ONLINE, DEGRADED, OFFLINE; NULL before the first verdict',
    ADD COLUMN IF NOT EXISTS health_reason VARCHAR(500) NULL,
    ADD COLUMN IF NOT EXISTS health_since DATETIME(3) NULL;

CREATE TABLE IF NOT EXISTS node_health (
    node_id    BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    verdict    VARCHAR(16)     NULL COMMENT 'NULL before the first verdict',
    since      DATETIME(3)     NOT NULL,
    dead       INT UNSIGNED    NOT NULL COMMENT 'checks in a row that found the node dead',
    not_well   INT UNSIGNED    NOT NULL,
    alive      INT UNSIGNED    NOT NULL,
    well       INT UNSIGNED    NOT NULL,
    flaps      INT UNSIGNED    NOT NULL COMMENT 'returns to trouble soon after recovery; they make recovery slower',
    flapped_at DATETIME(3)     NOT NULL COMMENT 'when flaps last grew or shrank',
    checked_at DATETIME(3)     NOT NULL,
    detail     VARCHAR(500)    NOT NULL COMMENT 'the last check, port by port',
    FOREIGN KEY (node_id) REFERENCES node (id)
) COMMENT 'What the next verdict on a node depends on';

CREATE TABLE IF NOT EXISTS node_check (
    node_id    BIGINT UNSIGNED   NOT NULL,
    at         DATETIME(3)       NOT NULL,
    grade      TINYINT UNSIGNED  NOT NULL COMMENT '0 well, 1 troubled, 2 dead',
    available  BOOLEAN           NOT NULL COMMENT 'the verdict after the check was not OFFLINE',
    latency_ms INT UNSIGNED      NULL,
    PRIMARY KEY (node_id, at),
    KEY node_check_age (at)
) COMMENT 'One row for each check of a node';

CREATE TABLE IF NOT EXISTS node_health_hour (
    node_id     BIGINT UNSIGNED NOT NULL,
    hour        DATETIME        NOT NULL,
    checks      INT UNSIGNED    NOT NULL,
    available   INT UNSIGNED    NOT NULL COMMENT 'checks after which the verdict was not OFFLINE',
    PRIMARY KEY (node_id, hour)
) COMMENT 'Checks by hour; hours without a check have no row and count neither way';

CREATE TABLE IF NOT EXISTS node_health_change (
    id      BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    node_id BIGINT UNSIGNED NOT NULL,
    at      DATETIME(3)     NOT NULL,
    before_verdict VARCHAR(16) NULL,
    verdict VARCHAR(16)     NOT NULL,
    reason  VARCHAR(500)    NOT NULL,
    KEY node_health_change_recent (node_id, at),
    FOREIGN KEY (node_id) REFERENCES node (id)
);

CREATE TABLE IF NOT EXISTS health_round (
    id            TINYINT UNSIGNED NOT NULL PRIMARY KEY CHECK (id = 1),
    began_at      DATETIME(3)      NULL COMMENT 'the last round',
    cut_off_since DATETIME(3)      NULL COMMENT 'set while this side seems to be the one that is cut off'
) COMMENT 'One row: the last round of checks';

INSERT IGNORE INTO health_round (id) VALUES (1);
