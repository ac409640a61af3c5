-- Traffic, counted exactly once. Bytes are raw; factors apply when used bytes are computed.

CREATE TABLE traffic_cursor (
    node_id        BIGINT UNSIGNED NOT NULL,
    epoch          BINARY(16)      NOT NULL,
    sequence       BIGINT UNSIGNED NOT NULL,
    digest         BINARY(32)      NOT NULL COMMENT 'SHA-256 of the last batch',
    repeats        BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'written when a duplicate is acknowledged',
    reported_at    DATETIME(3)     NOT NULL,
    reported_hour  INT UNSIGNED    NOT NULL COMMENT 'hours since the Unix epoch of the last report',
    PRIMARY KEY (node_id, epoch),
    FOREIGN KEY (node_id) REFERENCES node (id)
);

CREATE TABLE traffic_hour (
    node_id    BIGINT UNSIGNED NOT NULL,
    hour       INT UNSIGNED    NOT NULL COMMENT 'hours since the Unix epoch',
    account_id BIGINT UNSIGNED NOT NULL,
    inbound_id BIGINT UNSIGNED NOT NULL,
    uplink     BIGINT UNSIGNED NOT NULL,
    downlink   BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (node_id, hour, account_id, inbound_id),
    KEY traffic_hour_of_account (account_id, hour)
);

CREATE TABLE account_usage (
    account_id     BIGINT UNSIGNED NOT NULL PRIMARY KEY,
    term_uplink    BIGINT UNSIGNED NOT NULL DEFAULT 0,
    term_downlink  BIGINT UNSIGNED NOT NULL DEFAULT 0,
    total_uplink   BIGINT UNSIGNED NOT NULL DEFAULT 0,
    total_downlink BIGINT UNSIGNED NOT NULL DEFAULT 0,
    last_seen_hour INT UNSIGNED    NULL COMMENT 'hours since the Unix epoch of the last traffic'
);

CREATE TABLE traffic_unclaimed (
    node_id  BIGINT UNSIGNED NOT NULL,
    hour     INT UNSIGNED    NOT NULL,
    user_key VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as the core named it',
    uplink   BIGINT UNSIGNED NOT NULL,
    downlink BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (node_id, hour, user_key),
    FOREIGN KEY (node_id) REFERENCES node (id)
) COMMENT 'Bytes under a key that no account ever had; kept, alerted, billed to nobody';
