package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.Cores;

class KillsOnBestEndToEndIT extends Kills {

    KillsOnBestEndToEndIT() {
        super(Cores.best().kind(), FULL ? 200 : 20);
    }
}
