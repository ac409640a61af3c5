package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class KillsOnSimulatedEndToEndIT extends Kills {

    KillsOnSimulatedEndToEndIT() {
        super(CoreKind.SIMULATED);
    }
}
