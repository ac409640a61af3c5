package io.fleetgram.agent.core.grpc;

import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.Dialect;

/** Who is at the other end. */
sealed interface Connected {

    /** This run of the core, which gave a sign of life a moment ago. */
    record To(CoreIdentity core, CoreApi api, Dialect dialect) implements Connected {}

    record Nobody(String why) implements Connected {}
}
