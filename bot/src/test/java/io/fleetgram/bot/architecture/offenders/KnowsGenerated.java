package io.fleetgram.bot.architecture.offenders;

import io.fleetgram.wire.agent.v1.Entry;

record KnowsGenerated(Entry entry) {}
