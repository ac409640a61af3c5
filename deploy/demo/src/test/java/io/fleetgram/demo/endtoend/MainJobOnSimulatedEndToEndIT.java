package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class MainJobOnSimulatedEndToEndIT extends MainJob {

    MainJobOnSimulatedEndToEndIT() {
        super(CoreKind.SIMULATED);
    }
}
