package io.fleetgram.agent.command;

import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.core.CoreStatistics;
import io.fleetgram.agent.host.HostReadings;
import java.time.Duration;
import java.util.Locale;

/** What core and machine say of themselves, line by line. */
final class StatisticsText {

    private StatisticsText() {}

    static String of(StatusReport status, CoreStatistics.Answer figures) {
        return String.join("\n", core(status), figures(figures), machine(status.host()), network(status.host()));
    }

    private static String core(StatusReport status) {
        var core = status.core();
        var line = "core %s %s: %s"
                .formatted(core.kind(), core.version(), core.state().name().toLowerCase(Locale.ROOT));
        return core.processId() == 0 ? line : line + ", process " + core.processId();
    }

    private static String figures(CoreStatistics.Answer answer) {
        return switch (answer) {
            case CoreStatistics.Answer.Nothing nothing -> "its figures: " + nothing.why();
            case CoreStatistics.Answer.Told told ->
                "up %s, %s in use of %s taken, %d routines, %d collections"
                        .formatted(
                                duration(told.figures().uptime()),
                                bytes(told.figures().heapBytes()),
                                bytes(told.figures().systemBytes()),
                                told.figures().routines(),
                                told.figures().collections());
        };
    }

    private static String machine(HostReadings host) {
        return "machine: CPU %d %%, memory %s of %s, disk %s of %s"
                .formatted(
                        host.cpuPermille() / 10,
                        bytes(host.memory().used()),
                        bytes(host.memory().total()),
                        bytes(host.disk().used()),
                        bytes(host.disk().total()));
    }

    private static String network(HostReadings host) {
        return "network: in %s/s, out %s/s, %d connections, %d accounts online"
                .formatted(
                        bytes(host.receiveRate()),
                        bytes(host.transmitRate()),
                        host.connections(),
                        host.onlineAccounts());
    }

    private static String bytes(long bytes) {
        String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < units.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : String.format(Locale.ROOT, "%.1f %s", value, units[unit]);
    }

    private static String duration(Duration time) {
        return time.toDays() > 0
                ? "%d d %d h".formatted(time.toDays(), time.toHoursPart())
                : "%d h %d min %d s".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }
}
