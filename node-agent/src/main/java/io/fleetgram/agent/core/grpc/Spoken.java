package io.fleetgram.agent.core.grpc;

import io.fleetgram.agent.core.Dialect;

/** What came back when a port was asked which dialect it speaks. */
sealed interface Spoken {

    record In(Dialect dialect) implements Spoken {}

    /** Nobody answered in time, or somebody who is no core. */
    record Nothing(String why) implements Spoken {}
}
