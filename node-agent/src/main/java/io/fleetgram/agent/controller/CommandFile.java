package io.fleetgram.agent.controller;

/**
 * A file that goes with a command's result.
 *
 * @param name letters, digits, dots, hyphens
 * @param content at most 1 MiB
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are only passed on
public record CommandFile(String name, byte[] content) {

    public static final int LARGEST = 1 << 20;
}
