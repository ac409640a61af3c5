package io.fleetgram.bot.health;

/**
 * Event, published after the commit: so many nodes fail at once, and so little speaks for this side, that it seems to be the
 * controller that is cut off. Verdicts stay as they were until it is over.
 */
public record ControllerCutOff(int failing, int serving) {}
