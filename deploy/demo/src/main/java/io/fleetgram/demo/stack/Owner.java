package io.fleetgram.demo.stack;

/** The person on the chat page whom the controller's settings name as owner of the fleet. */
public final class Owner {

    public static final long ID = 1001;

    public static final String NAME = "Olga Owner";

    private Owner() {}
}
