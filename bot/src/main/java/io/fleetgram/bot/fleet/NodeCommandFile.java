package io.fleetgram.bot.fleet;

/**
 * A file that a node sent with a command's result.
 *
 * @param content at most 1 MiB
 */
@SuppressWarnings("ArrayRecordComponent") // the bytes are only passed on
public record NodeCommandFile(String name, byte[] content) {

    public static final int LARGEST = 1 << 20;
    public static final int LONGEST_NAME = 100;
}
