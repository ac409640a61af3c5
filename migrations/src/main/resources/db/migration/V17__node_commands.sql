-- What operators asked of nodes, and what came of it.

CREATE TABLE node_command (
    command_key  VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'random, never used again',
    node_key     VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind         VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'such as CORE_RESTART',
    arguments    VARCHAR(1000)   NOT NULL CHECK (JSON_VALID(arguments)),
    asked_by     VARCHAR(100)    NOT NULL COMMENT 'kind of the actor, a colon, and who it is, as in the audit',
    state        ENUM ('PENDING', 'RUNNING', 'DONE', 'FAILED', 'UNKNOWN', 'EXPIRED', 'CANCELLED') NOT NULL,
    tries        INT UNSIGNED    NOT NULL DEFAULT 0 COMMENT 'how often it was handed to the node',
    asked_at     DATETIME(3)     NOT NULL,
    expires_at   DATETIME(3)     NOT NULL COMMENT 'not begun until then, it never begins',
    begun_at     DATETIME(3)     NULL,
    ended_at     DATETIME(3)     NULL,
    result       VARCHAR(2000)   NOT NULL DEFAULT '',
    file_name    VARCHAR(100)    NULL,
    file_size    INT UNSIGNED    NOT NULL DEFAULT 0 COMMENT 'bytes',
    file         MEDIUMBLOB      NULL COMMENT 'at most 1 MiB',
    trace_id     VARCHAR(32)     NOT NULL,
    KEY node_command_open (state, asked_at),
    KEY node_command_of_node (node_key, asked_at),
    KEY node_command_age (asked_at),
    FOREIGN KEY (node_key) REFERENCES node (node_key)
) COMMENT 'Kept 30 days; decides nothing that a node must run';
