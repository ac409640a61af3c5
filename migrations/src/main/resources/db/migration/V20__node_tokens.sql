-- Nodes that reach the controllers through a proxy that ends TLS prove themselves by tokens.

CREATE TABLE IF NOT EXISTS node_token (
    token_id      VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY
        COMMENT 'first 20 bytes of the hash, hex; the change log names revoked tokens by it, in its column serial',
    node_id       BIGINT UNSIGNED NOT NULL,
    token_hash    BINARY(32)      NOT NULL UNIQUE COMMENT 'SHA-256; the token is on the node alone',
    issued_at     DATETIME(3)     NOT NULL,
    first_used_at DATETIME(3)     NULL,
    revoked_at    DATETIME(3)     NULL,
    revoked_why   VARCHAR(200)    NULL,
    KEY node_token_of_node (node_id),
    FOREIGN KEY (node_id) REFERENCES node (id)
);

ALTER TABLE join_token
    ADD COLUMN IF NOT EXISTS credential ENUM ('CERTIFICATE', 'TOKEN') NOT NULL DEFAULT 'CERTIFICATE'
        COMMENT 'what the machine that shows it gets; bound_key is the hash of its key, or of its token';
