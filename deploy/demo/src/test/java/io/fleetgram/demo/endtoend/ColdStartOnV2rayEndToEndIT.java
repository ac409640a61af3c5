package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class ColdStartOnV2rayEndToEndIT extends ColdStart {

    ColdStartOnV2rayEndToEndIT() {
        super(CoreKind.V2RAY);
    }
}
