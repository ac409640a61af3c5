package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class ChatTroublesOnV2rayEndToEndIT extends ChatTroubles {

    ChatTroublesOnV2rayEndToEndIT() {
        super(CoreKind.V2RAY);
    }
}
