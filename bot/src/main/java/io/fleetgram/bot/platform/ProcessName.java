package io.fleetgram.bot.platform;

/**
 * Names this controller process among all that share the database; new at every start.
 *
 * @param text at most 64 characters: the host's name and a random end
 */
public record ProcessName(String text) {

    private static final int MAX = 64;

    public static ProcessName of(String host, RandomKeys keys) {
        var end = "-" + keys.key().substring(0, 6);
        return new ProcessName(host.substring(0, Math.min(host.length(), MAX - end.length())) + end);
    }

    @Override
    public String toString() {
        return text;
    }
}
