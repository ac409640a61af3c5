package io.fleetgram.agent.host;

import io.fleetgram.agent.host.HostReadings.Amount;
import io.fleetgram.agent.pace.MonotonicClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/** Reads how busy this Linux machine is. What cannot be read is zero: readings are never worth a failure. */
public final class LinuxHost {

    /** What was read, and which of the ports asked for are listened on. */
    public record Reading(HostReadings host, Set<Integer> listening) {}

    private record Earlier(ProcessorTime processors, InterfaceBytes network, Duration at) {}

    private static final Logger LOG = System.getLogger(LinuxHost.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final Path proc;
    private final Path disk;
    private final MonotonicClock clock;
    private Earlier earlier;

    /**
     * Rates and shares are those since the reading before; for the first one, since now.
     *
     * @param proc {@code /proc}
     * @param disk a directory on the disk to read
     */
    public LinuxHost(Path proc, Path disk, MonotonicClock clock) {
        this.proc = proc;
        this.disk = disk;
        this.clock = clock;
        this.earlier = new Earlier(processors(), network(), clock.elapsed());
    }

    /** Reads everything; connections are those on the given local ports. */
    public Reading read(Set<Integer> corePorts, int onlineAccounts) {
        lock.lock();
        try {
            var now = new Earlier(processors(), network(), clock.elapsed());
            var passed = now.at().minus(earlier.at());
            var tcp = tcp("net/tcp", corePorts).plus(tcp("net/tcp6", corePorts));
            var readings = new HostReadings(
                    now.processors().permilleSince(earlier.processors()),
                    MemoryInfo.parse(lines("meminfo")),
                    disk(),
                    rate(now.network().received() - earlier.network().received(), passed),
                    rate(now.network().transmitted() - earlier.network().transmitted(), passed),
                    tcp.established(),
                    onlineAccounts,
                    bootedAt());
            earlier = now;
            return new Reading(readings, tcp.listening());
        } finally {
            lock.unlock();
        }
    }

    private ProcessorTime processors() {
        return ProcessorTime.parse(lines("stat"));
    }

    private InterfaceBytes network() {
        var interfaces = DefaultRoute.interfaces(lines("net/route"), lines("net/ipv6_route"));
        return InterfaceBytes.parse(lines("net/dev"), interfaces);
    }

    private Instant bootedAt() {
        return lines("stat").stream()
                .filter(line -> line.startsWith("btime "))
                .map(line -> Instant.ofEpochSecond(
                        Long.parseLong(line.substring("btime ".length()).strip())))
                .findFirst()
                .orElse(Instant.EPOCH);
    }

    private Amount disk() {
        try {
            var store = Files.getFileStore(disk);
            return new Amount(store.getTotalSpace() - store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "the disk cannot be read: {0}", e.toString());
            return Amount.UNKNOWN;
        }
    }

    /** Read line by line: a busy machine has tens of thousands of them. */
    private TcpTable tcp(String file, Set<Integer> ports) {
        try (var lines = Files.lines(proc.resolve(file), StandardCharsets.ISO_8859_1)) {
            return TcpTable.parse(lines, ports);
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "{0} cannot be read: {1}", file, e.toString());
            return TcpTable.EMPTY;
        }
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(proc.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "{0} cannot be read: {1}", file, e.toString());
            return List.of();
        }
    }

    private static long rate(long bytes, Duration passed) {
        return passed.isZero() || passed.isNegative() || bytes < 0 ? 0 : bytes * 1_000 / Math.max(1, passed.toMillis());
    }
}
