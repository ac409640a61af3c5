package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.CoreIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes of this machine, as {@code /proc} shows them (proc(5)). */
final class ProcessTable {

    /** The kernel tells times of processes in these, on every machine. */
    private static final int TICKS_PER_SECOND = 100;

    private static final String REPLACED = " (deleted)";

    private final Path proc;
    private final String bootId;
    private final Instant bootedAt;

    ProcessTable(Path proc) {
        this.proc = proc;
        try {
            this.bootId =
                    Files.readString(proc.resolve("sys/kernel/random/boot_id")).strip();
            this.bootedAt = Files.readAllLines(proc.resolve("stat")).stream()
                    .filter(line -> line.startsWith("btime "))
                    .map(line -> Instant.ofEpochSecond(Long.parseLong(line.substring("btime ".length()))))
                    .findFirst()
                    .orElse(Instant.EPOCH);
        } catch (IOException e) {
            throw new UncheckedIOException("the agent needs Linux's " + proc, e);
        }
    }

    /** Returns the process that has this id now; empty if none has, or only one that is dead and not yet collected. */
    Optional<CoreIdentity> identity(long pid) {
        return read(pid, "stat").flatMap(stat -> {
            // The name, in parentheses, may hold anything; what follows its end is words.
            String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // While other threads of a dead process still end, it still has its ports.
            boolean dead = (words[0].equals("Z") || words[0].equals("X")) && Integer.parseInt(words[17]) <= 1;
            return dead ? Optional.empty() : Optional.of(new CoreIdentity(bootId, pid, Long.parseLong(words[19])));
        });
    }

    boolean lives(CoreIdentity process) {
        return identity(process.pid()).equals(Optional.of(process));
    }

    /** Returns the file that the process runs, also if that was replaced since; empty if we may not know. */
    Optional<String> executable(long pid) {
        try {
            var file = Files.readSymbolicLink(directory(pid).resolve("exe")).toString();
            return Optional.of(file.endsWith(REPLACED) ? file.substring(0, file.length() - REPLACED.length()) : file);
        } catch (IOException goneOrNotOurs) {
            return Optional.empty();
        }
    }

    List<String> commandLine(long pid) {
        return read(pid, "cmdline").map(text -> List.of(text.split("\0"))).orElse(List.of());
    }

    /** Returns every core that runs with this configuration file: not whoever else has it open. */
    List<CoreIdentity> coresWith(String configuration) {
        try (Stream<Path> entries = Files.list(proc)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> name.chars().allMatch(Character::isDigit))
                    .map(Long::parseLong)
                    .filter(pid -> CoreCommand.runsWith(commandLine(pid), configuration))
                    .flatMap(pid -> identity(pid).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not list " + proc, e);
        }
    }

    Instant startOf(CoreIdentity process) {
        return bootedAt.plus(Duration.ofMillis(process.startTicks() * 1000 / TICKS_PER_SECOND));
    }

    private Optional<String> read(long pid, String file) {
        try {
            return Optional.of(Files.readString(directory(pid).resolve(file), StandardCharsets.ISO_8859_1))
                    .filter(text -> !text.isEmpty());
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private Path directory(long pid) {
        return proc.resolve(Long.toString(pid));
    }
}
