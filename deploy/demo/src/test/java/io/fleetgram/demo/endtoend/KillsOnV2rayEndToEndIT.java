package io.fleetgram.demo.endtoend;

import io.fleetgram.parts.core.CoreKind;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "full", matches = "true")
class KillsOnV2rayEndToEndIT extends Kills {

    KillsOnV2rayEndToEndIT() {
        super(CoreKind.V2RAY, 60);
    }
}
