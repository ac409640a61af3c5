package io.fleetgram.bot.architecture.offenders;

import java.time.Instant;

class AsksTheClock {
    Instant now() {
        return Instant.now();
    }
}
