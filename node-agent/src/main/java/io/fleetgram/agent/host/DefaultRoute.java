package io.fleetgram.agent.host;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds the interfaces that carry the default route: the ones that face the Internet. */
final class DefaultRoute {

    private static final int DESTINATION_4 = 1;
    private static final int MASK_4 = 7;
    private static final int PREFIX_6 = 1;
    private static final int INTERFACE_6 = 9;

    private DefaultRoute() {}

    /**
     * Reads both routing tables.
     *
     * @param route4 lines of {@code /proc/net/route}: interface, destination, gateway, flags, …, mask, …
     * @param route6 lines of {@code /proc/net/ipv6_route}: destination, its prefix length, …, interface
     */
    static Set<String> interfaces(List<String> route4, List<String> route6) {
        var interfaces = new TreeSet<String>();
        for (var line : route4) {
            var fields = line.strip().split("\\s+");
            if (fields.length > MASK_4 && isZero(fields[DESTINATION_4]) && isZero(fields[MASK_4])) {
                interfaces.add(fields[0]);
            }
        }
        for (var line : route6) {
            var fields = line.strip().split("\\s+");
            if (fields.length > INTERFACE_6 && isZero(fields[0]) && isZero(fields[PREFIX_6])) {
                interfaces.add(fields[INTERFACE_6]);
            }
        }
        interfaces.remove("lo");
        return interfaces;
    }

    private static boolean isZero(String hexadecimal) {
        return hexadecimal.matches("0+");
    }
}
