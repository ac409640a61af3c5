-- Terms: the spans that an account's usage is told by. The present one is summed in account_usage, those before it here.

ALTER TABLE account_usage
    ADD COLUMN term_number     INT UNSIGNED NOT NULL DEFAULT 1,
    ADD COLUMN term_start_hour INT UNSIGNED NOT NULL DEFAULT 0
        COMMENT 'hours since the Unix epoch; traffic of earlier hours belongs to an earlier term';

CREATE TABLE account_term (
    account_id BIGINT UNSIGNED NOT NULL,
    number     INT UNSIGNED    NOT NULL,
    start_hour INT UNSIGNED    NOT NULL,
    end_hour   INT UNSIGNED    NOT NULL COMMENT 'in which the next one began',
    uplink     BIGINT UNSIGNED NOT NULL,
    downlink   BIGINT UNSIGNED NOT NULL,
    PRIMARY KEY (account_id, number)
) COMMENT 'Terms that are over; late traffic of their hours is still added';
