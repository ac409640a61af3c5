package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class ChangesOnXrayEndToEndIT extends Changes {

    ChangesOnXrayEndToEndIT() {
        super(CoreKind.XRAY);
    }
}
