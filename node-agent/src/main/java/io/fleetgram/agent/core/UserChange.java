package io.fleetgram.agent.core;

/**
 * One change of one user in a running core.
 *
 * <p>The e-mail is {@code <account key>.<inbound key>}: lower case, unique for all time, and part of the counters' names.
 */
public sealed interface UserChange {

    /** Tag of the inbound, as the core knows it. */
    String tag();

    String email();

    /** Lets a user in. The account must be of the protocol of the inbound that has this tag in the running core. */
    record Add(String tag, String email, Account account) implements UserChange {}

    /** Takes a user out. Connections that are open go on until they end by themselves. */
    record Remove(String tag, String email) implements UserChange {}
}
