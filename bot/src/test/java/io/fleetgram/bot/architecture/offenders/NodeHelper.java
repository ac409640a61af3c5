package io.fleetgram.bot.architecture.offenders;

record NodeHelper() {}
