package io.fleetgram.bot.scheduling;

/** Work that the controllers do by themselves, again and again. */
public interface Job {

    Declaration declare();

    /** Does the work once. May be cut off at any point and run again. */
    Outcome run();
}
