package io.fleetgram.bot.subscription;

/**
 * What clients are told of every subscription.
 *
 * @param title the name that they show
 * @param updateHours how often they shall ask again, in whole hours
 */
public record Profile(String title, int updateHours) {}
