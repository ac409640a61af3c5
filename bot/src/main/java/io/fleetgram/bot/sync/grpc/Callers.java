package io.fleetgram.bot.sync.grpc;

import io.grpc.Metadata;
import io.grpc.ServerCall;
import java.util.Optional;

/** Finds out who calls. There is one way for each door, and no call is known by the way of another door. */
interface Callers {

    /** Returns empty for a call that proves nothing. */
    Optional<Caller> of(ServerCall<?, ?> call, Metadata headers);
}
