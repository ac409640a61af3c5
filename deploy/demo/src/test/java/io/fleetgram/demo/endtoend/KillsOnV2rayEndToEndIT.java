package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class KillsOnV2rayEndToEndIT extends Kills {

    KillsOnV2rayEndToEndIT() {
        super(CoreKind.V2RAY);
    }
}
