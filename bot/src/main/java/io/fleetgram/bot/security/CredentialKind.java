package io.fleetgram.bot.security;

/** What a node proves itself with. A node has one kind; it gets the other only by joining again. */
public enum CredentialKind {
    /** A key of its own and our authority's certificate for it, shown in the handshake. */
    CERTIFICATE,
    /** A secret of its own, shown in every call, because a proxy in between ends TLS. */
    TOKEN
}
