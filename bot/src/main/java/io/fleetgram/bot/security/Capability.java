package io.fleetgram.bot.security;

/** Something that a person may be allowed to do. Roles are sets of these. */
public enum Capability {
    VIEW_FLEET,
    MANAGE_NODES,
    VIEW_ACCOUNTS,
    MANAGE_ACCOUNTS,
    MANAGE_INBOUNDS,
    VIEW_JOBS,
    MANAGE_JOBS,
    MANAGE_SETTINGS,
    MANAGE_OPERATORS
}
