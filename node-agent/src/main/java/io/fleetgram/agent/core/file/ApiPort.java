package io.fleetgram.agent.core.file;

import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.Ports;
import io.fleetgram.agent.core.PresentRun;
import java.util.Optional;
import java.util.function.IntSupplier;

/**
 * Chooses the port of the core's API: the same as before, unless somebody else has it now.
 *
 * @param free finds a port of 127.0.0.1 that nobody has
 */
public record ApiPort(Ports ports, PresentRun run, IntSupplier free) {

    /** Returns the port for the next start. */
    int forNextStart(Optional<Integer> before) {
        return before.filter(port -> ours(port) || ports.free("127.0.0.1", port))
                .orElseGet(free::getAsInt);
    }

    private boolean ours(int port) {
        return run.now().map(CoreRun::apiPort).equals(Optional.of(port));
    }
}
