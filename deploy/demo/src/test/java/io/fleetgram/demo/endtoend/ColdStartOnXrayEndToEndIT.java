package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class ColdStartOnXrayEndToEndIT extends ColdStart {

    ColdStartOnXrayEndToEndIT() {
        super(CoreKind.XRAY);
    }
}
