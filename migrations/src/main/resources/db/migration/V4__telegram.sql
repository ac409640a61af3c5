-- Telegram in and out. Everything that must survive a restart of the controller.

CREATE TABLE process_lease (
    name   VARCHAR(40)     NOT NULL PRIMARY KEY,
    number BIGINT UNSIGNED NOT NULL COMMENT 'grows with each new holder; writes made under it are fenced by it',
    holder VARCHAR(64)     NOT NULL,
    until  DATETIME(3)     NOT NULL COMMENT 'by the clock of the database',
    writes BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'grows with each write made under the lease, so that fencing changes the row'
);

CREATE TABLE telegram_inbox (
    position     BIGINT UNSIGNED NOT NULL PRIMARY KEY COMMENT 'own order; never taken from AUTO_INCREMENT',
    bot_id       BIGINT          NOT NULL,
    update_id    BIGINT          NOT NULL,
    chat_id      BIGINT          NOT NULL COMMENT '0 when the update belongs to no chat',
    body         LONGTEXT        NOT NULL COMMENT 'the update as received, JSON',
    received_at  DATETIME(3)     NOT NULL,
    acted_at     DATETIME(3)     NULL COMMENT 'written in the transaction of the change that the update caused',
    done_at      DATETIME(3)     NULL COMMENT 'written with the answer',
    tries        INT UNSIGNED    NOT NULL DEFAULT 0,
    outcome      VARCHAR(200)    NULL,
    UNIQUE KEY telegram_inbox_update (bot_id, update_id),
    KEY telegram_inbox_open (done_at, position),
    KEY telegram_inbox_age (received_at)
);

CREATE TABLE telegram_inbox_position (
    id       TINYINT UNSIGNED NOT NULL PRIMARY KEY CHECK (id = 1),
    position BIGINT UNSIGNED  NOT NULL
);
INSERT INTO telegram_inbox_position (id, position) VALUES (1, 0);

CREATE TABLE telegram_outbox (
    id          BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,
    position    BIGINT UNSIGNED NOT NULL COMMENT 'order within the chat',
    chat_id     BIGINT          NOT NULL,
    topic_id    BIGINT          NULL,
    kind        ENUM ('SCREEN', 'ALERT', 'NOTICE', 'REPORT', 'SECRET') NOT NULL
        COMMENT 'alerts are sent at least once, notices and reports at most once',
    fold_key    VARCHAR(100)    NULL COMMENT 'edits with the same key fold to the newest',
    below       BOOLEAN         NOT NULL DEFAULT FALSE COMMENT 'a screen that must be a new message, not an edit',
    address     VARCHAR(200)    NULL COMMENT 'of a screen: what the chat shows once this is sent',
    body        LONGTEXT        NOT NULL COMMENT 'what to send, JSON of the kit',
    attachment  LONGBLOB        NULL,
    state       ENUM ('WAITING', 'SENDING', 'SENT', 'FAILED', 'UNKNOWN', 'FOLDED') NOT NULL,
    tries       INT UNSIGNED    NOT NULL DEFAULT 0,
    not_before  DATETIME(3)     NOT NULL,
    created_at  DATETIME(3)     NOT NULL,
    sent_at     DATETIME(3)     NULL,
    message_id  BIGINT          NULL,
    error       VARCHAR(500)    NULL,
    KEY telegram_outbox_due (state, not_before),
    KEY telegram_outbox_chat (chat_id, state, position),
    KEY telegram_outbox_age (created_at)
);

CREATE TABLE telegram_chat (
    chat_id        BIGINT       NOT NULL PRIMARY KEY,
    person_id      BIGINT       NULL COMMENT 'the one person of a private chat',
    language       VARCHAR(8)   NULL,
    zone           VARCHAR(64)  NULL,
    screen_message BIGINT       NULL COMMENT 'the live screen that is edited in place',
    screen_address VARCHAR(200) NULL,
    screen_shown_at DATETIME(3) NULL,
    screen_has_picture BOOLEAN  NOT NULL DEFAULT FALSE COMMENT 'a picture cannot be edited into a text',
    outbox_position BIGINT UNSIGNED NOT NULL DEFAULT 0 COMMENT 'position of the newest outbox row of this chat',
    stranger_told_at DATETIME(3) NULL COMMENT 'when a person without rights was last answered here',
    dead_since     DATETIME(3)  NULL,
    dead_why       VARCHAR(200) NULL,
    seen_at        DATETIME(3)  NOT NULL
);

CREATE TABLE telegram_dialog (
    chat_id    BIGINT       NOT NULL,
    person_id  BIGINT       NOT NULL,
    address    VARCHAR(64)  NOT NULL COMMENT 'that started it',
    step       VARCHAR(40)  NOT NULL,
    draft      LONGTEXT     NOT NULL CHECK (JSON_VALID(draft)),
    started_at DATETIME(3)  NOT NULL,
    updated_at DATETIME(3)  NOT NULL,
    PRIMARY KEY (chat_id, person_id)
);

CREATE TABLE telegram_confirmation (
    token_hash  BINARY(32)   NOT NULL PRIMARY KEY,
    person_id   BIGINT       NOT NULL,
    act         VARCHAR(200) NOT NULL COMMENT 'the address that the confirmation allows once',
    row_version BIGINT       NOT NULL COMMENT 'of the thing acted on, when the confirmation was shown',
    expires_at  DATETIME(3)  NOT NULL,
    used_at     DATETIME(3)  NULL,
    KEY telegram_confirmation_age (expires_at)
);
