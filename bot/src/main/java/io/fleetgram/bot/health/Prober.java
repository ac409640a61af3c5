package io.fleetgram.bot.health;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

/** Tries to connect to ports over TCP. */
public interface Prober {

    /** A port of a host; the host is an IPv4 or IPv6 address without brackets, or a domain. */
    record Target(String host, int port) {}

    /** Tries all at once, none waiting for another, and returns what became of every one within {@code most}. */
    Map<Target, PortOutcome> probe(Collection<Target> targets, Duration most);
}
