package io.fleetgram.bot.fleet;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where agents reach the controllers.
 *
 * @param addresses host:port, IPv6 in brackets, in the order to try them; may be empty until the operator sets them
 */
public record AgentEndpoints(List<String> addresses) {

    private static final Pattern FORM = Pattern.compile("(?<host>\\[[0-9a-fA-F:.]+]|[^\\[\\]:\\s]+):(?<port>\\d{1,5})");
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Checks every address.
     *
     * @throws IllegalArgumentException naming the first that is no host:port
     */
    public AgentEndpoints {
        addresses = List.copyOf(addresses);
        for (String address : addresses) {
            var match = FORM.matcher(address);
            if (!match.matches() || !isHost(match.group("host")) || !isPort(match.group("port"))) {
                throw new IllegalArgumentException(
                        "an endpoint for agents is host:port, like control.example.org:8443 or [2001:db8::7]:8443, not: "
                                + address);
            }
        }
    }

    private static boolean isHost(String host) {
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return NodeRules.faultInAddress(bare).isEmpty();
    }

    private static boolean isPort(String port) {
        int number = Integer.parseInt(port);
        return number >= 1 && number <= HIGHEST_PORT;
    }
}
