package io.fleetgram.agent.controller;

import java.time.Duration;

/** What became of a question to the controller. */
public sealed interface Answer<T> {

    record Answered<T>(T value) implements Answer<T> {}

    /**
     * No answer, or one that says "not now": whatever it was, the node goes on by itself and asks again.
     *
     * @param why for the log: the controller's code and trace id, or what the network said
     * @param notBefore how long to wait at least before asking again; zero if the controller did not say
     */
    record Away<T>(String why, Duration notBefore) implements Answer<T> {}

    /** The controller knows the node, but its certificate has ended: it must be renewed before anything else. */
    record CertificateExpired<T>(String why) implements Answer<T> {}

    /** The node was deleted: said by a controller whose certificate was verified, and by nobody else. */
    record Removed<T>(String why) implements Answer<T> {}
}
