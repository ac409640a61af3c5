package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class MainJobOnXrayEndToEndIT extends MainJob {

    MainJobOnXrayEndToEndIT() {
        super(CoreKind.XRAY);
    }
}
