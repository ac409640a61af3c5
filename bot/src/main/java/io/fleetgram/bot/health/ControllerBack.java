package io.fleetgram.bot.health;

import java.time.Duration;

/** Event, published after the commit: the controller reaches its nodes again, or hears them, and verdicts go on. */
public record ControllerBack(Duration after) {}
