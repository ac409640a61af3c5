-- Nodes, inbounds, accounts, and the one version of what nodes must run.
-- All times are UTC, DATETIME(3). Keys are random lower-case letters and digits, never used again.
-- Names compare without case and with accents; whatever else is text compares by its bytes, on every server alike.

ALTER DATABASE CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE desired_state_version (
    id      TINYINT UNSIGNED NOT NULL PRIMARY KEY CHECK (id = 1),
    version BIGINT UNSIGNED  NOT NULL
) COMMENT 'One row. Every write that changes what a node must run locks it first';

INSERT INTO desired_state_version (id, version) VALUES (1, 1);

CREATE TABLE change_log (
    version     BIGINT UNSIGNED NOT NULL COMMENT 'the version whose transaction wrote the row',
    ordinal     INT UNSIGNED    NOT NULL COMMENT 'position within the version',
    kind        ENUM ('INBOUND', 'ACCOUNT', 'NODE', 'RESYNC_NODE', 'NODE_REMOVED', 'CERTIFICATE') NOT NULL,
    account_key VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
    inbound_key VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL,
    node_key    VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NULL
        COMMENT 'the one node touched; NULL means every node that offers the inbound',
    serial      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NULL COMMENT 'of a revoked certificate',
    written_at  DATETIME(3)     NOT NULL,
    PRIMARY KEY (version, ordinal),
    KEY change_log_age (written_at)
) COMMENT 'What changed in which version; read by the tailer of every controller';

CREATE TABLE node (
    id            BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    node_key      VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    name          VARCHAR(64)     COLLATE utf8mb4_uca1400_as_ci NOT NULL,
    live_name     VARCHAR(64)     COLLATE utf8mb4_uca1400_as_ci GENERATED ALWAYS AS (IF(state = 'REMOVED', NULL, name)) STORED UNIQUE
        COMMENT 'a removed node keeps its row and gives its name free',
    address       VARCHAR(253)    NOT NULL COMMENT 'public: IPv4, IPv6 without brackets, or a domain',
    region        VARCHAR(64)     NULL,
    latitude      DECIMAL(8, 5)   NULL,
    longitude     DECIMAL(8, 5)   NULL,
    weight        INT UNSIGNED    NOT NULL DEFAULT 100,
    capacity      INT UNSIGNED    NULL COMMENT 'accounts; NULL means no limit',
    note          VARCHAR(1000)   NULL,
    state         ENUM ('PENDING', 'JOINED', 'DISABLED', 'DRAINING', 'REMOVED') NOT NULL,
    created_at    DATETIME(3)     NOT NULL,
    joined_at     DATETIME(3)     NULL,
    removed_at    DATETIME(3)     NULL,
    row_version   INT UNSIGNED    NOT NULL DEFAULT 1
);

CREATE TABLE node_tag (
    node_id BIGINT UNSIGNED NOT NULL,
    tag     VARCHAR(32)     NOT NULL,
    PRIMARY KEY (node_id, tag),
    FOREIGN KEY (node_id) REFERENCES node (id)
);

CREATE TABLE node_status (
    node_id                BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    last_heartbeat_at      DATETIME(3)     NULL COMMENT 'last status report or poll',
    stored_version         BIGINT UNSIGNED NULL,
    stored_hash            BINARY(16)      NULL,
    applied_version        BIGINT UNSIGNED NULL,
    last_sync_at           DATETIME(3)     NULL,
    agent_version          VARCHAR(64)     NULL,
    operating_system       VARCHAR(128)    NULL,
    architecture           VARCHAR(32)     NULL,
    host_name              VARCHAR(253)    NULL,
    booted_at              DATETIME(3)     NULL,
    core_state             VARCHAR(16)     NULL,
    core_kind              VARCHAR(16)     NULL,
    core_version           VARCHAR(64)     NULL,
    core_started_at        DATETIME(3)     NULL,
    core_last_error        VARCHAR(2000)   NULL,
    core_capabilities      VARCHAR(500)    NULL COMMENT 'comma separated',
    listening_ports        VARCHAR(500)    NULL COMMENT 'comma separated',
    cpu_permille           INT UNSIGNED    NULL,
    memory_used            BIGINT UNSIGNED NULL,
    memory_total           BIGINT UNSIGNED NULL,
    disk_used              BIGINT UNSIGNED NULL,
    disk_total             BIGINT UNSIGNED NULL,
    receive_rate           BIGINT UNSIGNED NULL,
    transmit_rate          BIGINT UNSIGNED NULL,
    connections            INT UNSIGNED    NULL,
    online_accounts        INT UNSIGNED    NULL,
    last_convergence       VARCHAR(500)    NULL,
    silent_since           DATETIME(3)     NULL COMMENT 'set when no report came in time',
    FOREIGN KEY (node_id) REFERENCES node (id)
) COMMENT 'What the node last said of itself; decides nothing that a node must run';

CREATE TABLE node_failed_entry (
    node_id   BIGINT UNSIGNED NOT NULL,
    entry_key VARCHAR(60) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason    VARCHAR(1000)   NOT NULL,
    unsupported BOOLEAN       NOT NULL DEFAULT FALSE
        COMMENT 'the core on this node has no such feature: shown, but no sign of trouble',
    since     DATETIME(3)     NOT NULL,
    PRIMARY KEY (node_id, entry_key),
    FOREIGN KEY (node_id) REFERENCES node (id)
);

CREATE TABLE node_notice (
    id      BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    node_id BIGINT UNSIGNED NOT NULL,
    at      DATETIME(3)     NOT NULL,
    kind    VARCHAR(40)     NOT NULL,
    text    VARCHAR(1000)   NOT NULL,
    KEY node_notice_recent (node_id, at),
    FOREIGN KEY (node_id) REFERENCES node (id)
);

CREATE TABLE inbound (
    id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    inbound_key VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    tag         VARCHAR(64)     NOT NULL UNIQUE,
    protocol    VARCHAR(16)     NOT NULL,
    listen      VARCHAR(64)     NULL,
    port        INT UNSIGNED    NOT NULL,
    transport   VARCHAR(16)     NOT NULL,
    security    VARCHAR(16)     NOT NULL,
    settings    LONGTEXT        NOT NULL
        COMMENT 'what belongs to the protocol, transport and security; secrets inside are sealed'
        CHECK (JSON_VALID(settings)),
    enabled     BOOLEAN         NOT NULL DEFAULT TRUE,
    created_at  DATETIME(3)     NOT NULL,
    deleted_at  DATETIME(3)     NULL,
    row_version INT UNSIGNED    NOT NULL DEFAULT 1
);

CREATE TABLE inbound_offer (
    inbound_id BIGINT UNSIGNED NOT NULL,
    scope      ENUM ('EVERYWHERE', 'NODE', 'GROUP', 'TAG') NOT NULL,
    target     VARCHAR(64)     NOT NULL DEFAULT '' COMMENT 'node key, group id or tag; empty for EVERYWHERE',
    port_on_node INT UNSIGNED  NULL COMMENT 'for scope NODE: another port there',
    PRIMARY KEY (inbound_id, scope, target),
    FOREIGN KEY (inbound_id) REFERENCES inbound (id)
);

CREATE TABLE account (
    id                 BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    account_key        VARCHAR(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL UNIQUE,
    name               VARCHAR(64)     COLLATE utf8mb4_uca1400_as_ci NOT NULL,
    live_name          VARCHAR(64)     COLLATE utf8mb4_uca1400_as_ci GENERATED ALWAYS AS (IF(deleted_at IS NULL, name, NULL)) STORED UNIQUE
        COMMENT 'a deleted account keeps its row and gives its name free',
    status             ENUM ('ON_HOLD', 'ACTIVE', 'LIMITED', 'EXPIRED', 'SUSPENDED', 'DELETED') NOT NULL,
    uuid               CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    uuid_fingerprint   BINARY(16)      NOT NULL UNIQUE
        COMMENT 'the UUID with bytes 6 and 7 cleared: cores that ignore those bytes must not confuse two accounts',
    password           VARBINARY(300)  NOT NULL COMMENT 'sealed',
    subscription_hash  BINARY(32)      NOT NULL UNIQUE COMMENT 'SHA-256 of the subscription token',
    subscription_token VARBINARY(300)  NOT NULL COMMENT 'sealed',
    telegram_user_id   BIGINT          NULL,
    note               VARCHAR(1000)   NULL,
    created_at         DATETIME(3)     NOT NULL,
    deleted_at         DATETIME(3)     NULL,
    row_version        INT UNSIGNED    NOT NULL DEFAULT 1,
    KEY account_status (status, id)
);

CREATE TABLE account_inbound (
    account_id BIGINT UNSIGNED NOT NULL,
    inbound_id BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (account_id, inbound_id),
    KEY account_inbound_by_inbound (inbound_id, account_id),
    FOREIGN KEY (account_id) REFERENCES account (id),
    FOREIGN KEY (inbound_id) REFERENCES inbound (id)
);
