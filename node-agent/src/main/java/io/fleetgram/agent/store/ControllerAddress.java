package io.fleetgram.agent.store;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where a controller listens.
 *
 * @param host name or address; an IPv6 address without brackets
 */
public record ControllerAddress(String host, int port) {

    private static final Pattern FORM =
            Pattern.compile("(?:\\[(?<six>[0-9a-fA-F:.]+)]|(?<host>[^\\s:\\[\\]/]+)):(?<port>[0-9]{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    public ControllerAddress {
        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("a port is 1 to 65535, not " + port);
        }
    }

    /**
     * Reads {@code host:port}, or {@code [address]:port} for IPv6.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static ControllerAddress parse(String text) {
        var match = FORM.matcher(text.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException("a controller is host:port, not \"" + text + "\"");
        }
        var six = match.group("six");
        return new ControllerAddress(six == null ? match.group("host") : six, Integer.parseInt(match.group("port")));
    }

    /** Reads one or more of them with commas between. */
    public static List<ControllerAddress> parseAll(String text) {
        var addresses = new ArrayList<ControllerAddress>();
        for (var one : text.split(",", -1)) {
            addresses.add(parse(one));
        }
        return List.copyOf(addresses);
    }

    @Override
    public String toString() {
        return host.contains(":") ? "[" + host + "]:" + port : host + ":" + port;
    }
}
