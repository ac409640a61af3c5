package io.fleetgram.bot.architecture.offenders.util;

public record Neighbour() {}
