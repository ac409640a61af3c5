package io.fleetgram.bot.architecture.offenders.util;

record Layer() {}
