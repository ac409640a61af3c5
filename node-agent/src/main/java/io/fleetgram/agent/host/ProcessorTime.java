package io.fleetgram.agent.host;

import java.util.List;
import java.util.stream.Stream;

/**
 * What all processors together have done since the boot, from {@code /proc/stat} (see proc_stat(5)).
 *
 * @param busy clock ticks
 * @param all clock ticks, idle ones included
 */
record ProcessorTime(long busy, long all) {

    private static final int IDLE = 3;
    private static final int WAITING_FOR_DISK = 4;
    /** user, nice, system, idle, iowait, irq, softirq, steal; guests are counted in user already. */
    private static final int FIELDS = 8;

    static final ProcessorTime NONE = new ProcessorTime(0, 0);

    /** Reads the line that begins with {@code cpu}; {@link #NONE} if there is none. */
    static ProcessorTime parse(List<String> stat) {
        return stat.stream()
                .filter(line -> line.startsWith("cpu "))
                .findFirst()
                .map(line ->
                        of(Stream.of(line.substring("cpu ".length()).strip().split("\\s+"))
                                .limit(FIELDS)
                                .mapToLong(Long::parseLong)
                                .toArray()))
                .orElse(NONE);
    }

    private static ProcessorTime of(long[] ticks) {
        long all = 0;
        long idle = 0;
        for (int field = 0; field < ticks.length; field++) {
            all += ticks[field];
            idle += field == IDLE || field == WAITING_FOR_DISK ? ticks[field] : 0;
        }
        return new ProcessorTime(all - idle, all);
    }

    /** Returns the thousandths of all processors that were busy since the earlier reading, 0 to 1000. */
    int permilleSince(ProcessorTime earlier) {
        long passed = all - earlier.all;
        long worked = busy - earlier.busy;
        return passed <= 0 ? 0 : Math.clamp(worked * 1_000 / passed, 0, 1_000);
    }
}
