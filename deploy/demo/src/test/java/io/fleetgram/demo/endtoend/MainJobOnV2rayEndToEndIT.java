package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class MainJobOnV2rayEndToEndIT extends MainJob {

    MainJobOnV2rayEndToEndIT() {
        super(CoreKind.V2RAY);
    }
}
