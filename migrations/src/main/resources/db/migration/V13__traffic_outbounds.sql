-- What left each node through each outbound of its core, counted as exactly as what accounts used.

CREATE TABLE traffic_outbound_hour (
    node_id      BIGINT UNSIGNED NOT NULL,
    hour         INT UNSIGNED    NOT NULL COMMENT 'hours since the Unix epoch',
    outbound_tag VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL COMMENT 'as the core names it',
    uplink       BIGINT UNSIGNED NOT NULL COMMENT 'bytes sent out',
    downlink     BIGINT UNSIGNED NOT NULL COMMENT 'bytes received',
    PRIMARY KEY (node_id, hour, outbound_tag),
    FOREIGN KEY (node_id) REFERENCES node (id)
);
