package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class ChangesOnV2rayEndToEndIT extends Changes {

    ChangesOnV2rayEndToEndIT() {
        super(CoreKind.V2RAY);
    }
}
