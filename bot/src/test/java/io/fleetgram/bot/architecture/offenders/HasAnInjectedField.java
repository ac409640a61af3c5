package io.fleetgram.bot.architecture.offenders;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class HasAnInjectedField {
    @Autowired
    @Nullable
    String injected;
}
