package io.fleetgram.bot.sync;

/** Why a call of an agent is refused: the closed list of the protocol, which says what each means to an agent. */
public enum AgentError {
    INTERNAL,
    UNAVAILABLE,
    INVALID_REQUEST,
    UNAUTHENTICATED,
    CERTIFICATE_EXPIRED,
    CERTIFICATE_REVOKED,
    NODE_REMOVED,
    JOIN_TOKEN_REFUSED,
    RATE_LIMITED,
    POLL_REPLACED
}
