package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class ChatTroublesOnXrayEndToEndIT extends ChatTroubles {

    ChatTroublesOnXrayEndToEndIT() {
        super(CoreKind.XRAY);
    }
}
