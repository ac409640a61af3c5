package io.fleetgram.agent.host;

import io.fleetgram.agent.host.HostReadings.Amount;
import java.util.List;
import java.util.regex.Pattern;

/** Reads {@code /proc/meminfo} (see proc_meminfo(5)). */
final class MemoryInfo {

    private static final Pattern LINE = Pattern.compile("(?<name>\\w+):\\s+(?<kib>\\d+) kB");

    private MemoryInfo() {}

    /** Returns total memory and what of it is not available for new programs. */
    static Amount parse(List<String> lines) {
        long total = 0;
        long available = 0;
        for (var line : lines) {
            var match = LINE.matcher(line);
            if (match.matches()) {
                long bytes = Long.parseLong(match.group("kib")) << 10;
                switch (match.group("name")) {
                    case "MemTotal" -> total = bytes;
                    case "MemAvailable" -> available = bytes;
                    default -> {}
                }
            }
        }
        return new Amount(Math.max(0, total - available), total);
    }
}
