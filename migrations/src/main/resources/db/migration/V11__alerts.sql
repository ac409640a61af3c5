-- What operators were told without asking, so that a storm does not become a flood, whichever controller tells.

CREATE TABLE operator_alert (
    kind         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    node_key     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    detail       VARCHAR(1000)   NOT NULL COMMENT 'of the newest',
    last_at      DATETIME(3)     NOT NULL,
    untold_since DATETIME(3)     NULL COMMENT 'when the first came that nobody was told of',
    untold       INT UNSIGNED    NOT NULL COMMENT 'how many nobody was told of',
    told_at      DATETIME(3)     NULL COMMENT 'when operators were last told',
    PRIMARY KEY (kind, node_key),
    KEY operator_alert_age (last_at)
) COMMENT 'One row for each kind of alert and node';

CREATE TABLE operator_alert_turn (
    id     TINYINT UNSIGNED NOT NULL PRIMARY KEY CHECK (id = 1),
    writes BIGINT UNSIGNED  NOT NULL COMMENT 'grows with each telling, so that whoever tells writes the row it locks'
) COMMENT 'One row: one controller tells at a time';

INSERT INTO operator_alert_turn (id, writes) VALUES (1, 0);
