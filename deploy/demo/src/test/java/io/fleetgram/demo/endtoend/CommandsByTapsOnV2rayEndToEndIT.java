package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class CommandsByTapsOnV2rayEndToEndIT extends CommandsByTaps {

    CommandsByTapsOnV2rayEndToEndIT() {
        super(CoreKind.V2RAY);
    }
}
