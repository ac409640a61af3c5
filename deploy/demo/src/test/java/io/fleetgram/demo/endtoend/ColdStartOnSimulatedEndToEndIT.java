package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class ColdStartOnSimulatedEndToEndIT extends ColdStart {

    ColdStartOnSimulatedEndToEndIT() {
        super(CoreKind.SIMULATED);
    }
}
