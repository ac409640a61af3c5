package io.fleetgram.agent.host;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The machine's TCP sockets on some local ports, from {@code /proc/net/tcp} and {@code tcp6} (see proc_pid_net(5)).
 *
 * @param established number of connections
 * @param listening those of the ports that somebody listens on
 */
record TcpTable(int established, Set<Integer> listening) {

    private static final String ESTABLISHED = "01";
    private static final String LISTENING = "0A";
    private static final int HEXADECIMAL = 16;

    static final TcpTable EMPTY = new TcpTable(0, Set.of());

    /** Returns both tables as one. */
    TcpTable plus(TcpTable other) {
        var both = new TreeSet<>(listening);
        both.addAll(other.listening);
        return new TcpTable(established + other.established, both);
    }

    /** Reads lines of a table as they come; there may be very many. */
    static TcpTable parse(Stream<String> lines, Set<Integer> ports) {
        var listening = new TreeSet<Integer>();
        int[] established = {0};
        lines.forEach(line -> {
            var fields = line.stripLeading().split("\\s+", 5);
            if (fields.length == 5 && fields[0].endsWith(":")) {
                int port = port(fields[1]);
                if (ports.contains(port)) {
                    switch (fields[3]) {
                        case ESTABLISHED -> established[0]++;
                        case LISTENING -> listening.add(port);
                        default -> {}
                    }
                }
            }
        });
        return new TcpTable(established[0], listening);
    }

    /** The local address is hexadecimal digits, a colon, and the port as four of them. */
    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), HEXADECIMAL);
    }
}
