package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class KillsOnXrayEndToEndIT extends Kills {

    KillsOnXrayEndToEndIT() {
        super(CoreKind.XRAY);
    }
}
