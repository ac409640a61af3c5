-- Who may speak: the authority, node certificates, join tokens; and what was done.

CREATE TABLE certificate_authority (
    id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    certificate VARBINARY(4000) NOT NULL COMMENT 'X.509, DER',
    private_key VARBINARY(4000) NOT NULL COMMENT 'PKCS#8, sealed with the master key',
    created_at  DATETIME(3)     NOT NULL,
    only_one    TINYINT UNSIGNED NOT NULL DEFAULT 1 UNIQUE COMMENT 'two controllers starting at once make one authority'
);

CREATE TABLE join_token (
    token_hash      BINARY(32)      NOT NULL PRIMARY KEY COMMENT 'SHA-256',
    node_id         BIGINT UNSIGNED NOT NULL,
    expires_at      DATETIME(3)     NOT NULL,
    bound_key       BINARY(32)      NULL COMMENT 'SHA-256 of the public key that showed it first',
    created_at      DATETIME(3)     NOT NULL,
    KEY join_token_age (expires_at),
    FOREIGN KEY (node_id) REFERENCES node (id)
);

CREATE TABLE node_certificate (
    serial         VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY COMMENT 'hex',
    node_id        BIGINT UNSIGNED NOT NULL,
    certificate    VARBINARY(4000) NOT NULL COMMENT 'X.509, DER',
    key_hash       BINARY(32)      NOT NULL COMMENT 'SHA-256 of the public key',
    not_after      DATETIME(3)     NOT NULL,
    issued_at      DATETIME(3)     NOT NULL,
    first_used_at  DATETIME(3)     NULL,
    revoked_at     DATETIME(3)     NULL,
    revoked_why    VARCHAR(200)    NULL,
    KEY node_certificate_of_node (node_id),
    FOREIGN KEY (node_id) REFERENCES node (id)
);

CREATE TABLE audit_entry (
    id         BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    at         DATETIME(3)     NOT NULL,
    actor_kind ENUM ('OPERATOR', 'USER', 'SYSTEM', 'NODE', 'COMMAND_LINE') NOT NULL,
    actor      VARCHAR(100)    NOT NULL,
    chat_id    BIGINT          NULL,
    action     VARCHAR(64)     NOT NULL COMMENT 'such as account.create',
    subject    VARCHAR(100)    NOT NULL,
    before_json LONGTEXT       NULL,
    after_json  LONGTEXT       NULL,
    trace_id   VARCHAR(32)     NOT NULL,
    KEY audit_recent (at),
    KEY audit_subject (subject, at)
) COMMENT 'Append only, written in the transaction of the change';
