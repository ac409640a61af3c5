package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class ChangesOnSimulatedEndToEndIT extends Changes {

    ChangesOnSimulatedEndToEndIT() {
        super(CoreKind.SIMULATED);
    }
}
