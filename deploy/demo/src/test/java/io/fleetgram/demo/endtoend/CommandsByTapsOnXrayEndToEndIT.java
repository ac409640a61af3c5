package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;

class CommandsByTapsOnXrayEndToEndIT extends CommandsByTaps {

    CommandsByTapsOnXrayEndToEndIT() {
        super(CoreKind.XRAY);
    }
}
