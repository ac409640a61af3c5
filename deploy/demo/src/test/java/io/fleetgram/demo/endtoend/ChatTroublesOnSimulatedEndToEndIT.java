package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class ChatTroublesOnSimulatedEndToEndIT extends ChatTroubles {

    ChatTroublesOnSimulatedEndToEndIT() {
        super(CoreKind.SIMULATED);
    }
}
