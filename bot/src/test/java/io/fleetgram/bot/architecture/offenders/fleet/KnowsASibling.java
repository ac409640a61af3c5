package io.fleetgram.bot.architecture.offenders.fleet;

import io.fleetgram.bot.architecture.offenders.util.Neighbour;

record KnowsASibling(Neighbour neighbour) {}
