package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "full", matches = "true")
class KillsOnSimulatedEndToEndIT extends Kills {

    KillsOnSimulatedEndToEndIT() {
        super(CoreKind.SIMULATED, 60);
    }
}
