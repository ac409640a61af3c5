package io.fleetgram.agent.host;

import java.util.List;
import java.util.Set;

/**
 * Bytes that went through some interfaces since the boot, from {@code /proc/net/dev} (see proc_pid_net(5)).
 *
 * @param received by the machine
 * @param transmitted by the machine
 */
record InterfaceBytes(long received, long transmitted) {

    private static final int RECEIVED = 0;
    private static final int TRANSMITTED = 8;

    static InterfaceBytes parse(List<String> lines, Set<String> interfaces) {
        long received = 0;
        long transmitted = 0;
        for (var line : lines) {
            int colon = line.indexOf(':');
            if (colon > 0 && interfaces.contains(line.substring(0, colon).strip())) {
                var fields = line.substring(colon + 1).strip().split("\\s+");
                received += Long.parseLong(fields[RECEIVED]);
                transmitted += Long.parseLong(fields[TRANSMITTED]);
            }
        }
        return new InterfaceBytes(received, transmitted);
    }
}
