package io.fleetgram.bot.fleet;

import java.time.Instant;
import java.util.Optional;

/**
 * How busy a node's machine is, as its agent read it.
 *
 * @param cpuPermille thousandths of all processors
 * @param memoryUsed bytes, as all memory and disk figures
 * @param receiveRate bytes a second on the interfaces that carry the default route, as is {@code transmitRate}
 * @param connections established, on the core's ports
 */
public record HostReadings(
        int cpuPermille,
        long memoryUsed,
        long memoryTotal,
        long diskUsed,
        long diskTotal,
        long receiveRate,
        long transmitRate,
        int connections,
        int onlineAccounts,
        Optional<Instant> bootedAt) {}
