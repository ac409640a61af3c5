package io.fleetgram.agent.host;

import java.time.Instant;

/**
 * How busy the machine is.
 *
 * @param cpuPermille thousandths of all processors, 0 to 1000, since the reading before
 * @param receiveRate bytes a second on the interfaces of the default route, since the reading before
 * @param transmitRate likewise
 * @param connections established on the core's ports
 * @param onlineAccounts accounts with traffic in the last minute
 */
public record HostReadings(
        int cpuPermille,
        Amount memory,
        Amount disk,
        long receiveRate,
        long transmitRate,
        int connections,
        int onlineAccounts,
        Instant bootedAt) {

    /** Bytes in use out of all there are. */
    public record Amount(long used, long total) {

        public static final Amount UNKNOWN = new Amount(0, 0);
    }
}
