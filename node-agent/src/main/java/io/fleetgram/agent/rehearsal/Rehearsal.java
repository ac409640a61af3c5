package io.fleetgram.agent.rehearsal;

import io.fleetgram.agent.rehearsal.grpc.Stage;
import io.fleetgram.agent.store.AgentDirectory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * One run of the installed agent on a {@link Stage}, after which Java writes the archive.
 *
 * @param program the agent's command
 * @param core the core's program, which runs on loopback for a moment
 * @param archive where the archive is put, whole or not at all
 */
record Rehearsal(Path program, Path core, Path archive) {

    private static final Duration TO_BE_APPLIED = Duration.ofSeconds(90);
    private static final Duration TO_END = Duration.ofMinutes(2);

    /** The first Java that makes an archive with its own classes linked, in one run (JEP 514). */
    private static final int ONE_RUN_CACHE = 25;

    /** Why there is no archive. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        Failed(String why) {
            super(why);
        }
    }

    void hold() throws IOException, InterruptedException, Failed {
        var place = Files.createTempDirectory("fleetgram-rehearsal");
        try {
            var made = place.resolve("archive");
            run(place, made);
            var beside = archive.resolveSibling(archive.getFileName() + ".new");
            Files.copy(made, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(beside, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            endAllIn(place);
            remove(place);
        }
    }

    private void run(Path place, Path made) throws IOException, InterruptedException, Failed {
        var directory = new AgentDirectory(place.resolve("agent"));
        try (var stage = Stage.set(directory, InstantSource.system())) {
            var agent = start(directory, made, place.resolve("log"));
            boolean applied = stage.awaitApplied(TO_BE_APPLIED);
            agent.destroy();
            boolean ended = agent.waitFor(TO_END.toSeconds(), TimeUnit.SECONDS);
            agent.destroyForcibly();
            if (!applied || !ended || !Files.exists(made)) {
                throw new Failed("the agent did not come through its rehearsal: "
                        + Files.readString(place.resolve("log"), StandardCharsets.UTF_8));
            }
        }
    }

    private Process start(AgentDirectory directory, Path made, Path log) throws IOException {
        var builder = new ProcessBuilder(
                        program.toString(),
                        "run",
                        "--directory",
                        directory.root().toString(),
                        "--core.executable",
                        core.toString(),
                        "--report.interval",
                        "1s",
                        "--probe.port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("FLEETGRAM_JAVA_HOME", System.getProperty("java.home"));
        environment.put("FLEETGRAM_ARCHIVE", "none");
        // The classes are put together in memory.
        environment.put("FLEETGRAM_JAVA_OPTIONS", "-Xmx256m -XX:MaxMetaspaceSize=256m " + option(made));
        return builder.start();
    }

    /** Profiles are of use to the compiler that the agent leaves out. */
    private static String option(Path made) {
        return Runtime.version().feature() >= ONE_RUN_CACHE
                ? "-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining -XX:AOTCacheOutput=" + made
                : "-XX:ArchiveClassesAtExit=" + made;
    }

    /** An agent leaves its core running; this one must not. */
    private static void endAllIn(Path place) {
        ProcessHandle.allProcesses()
                .filter(process -> worksIn(process.pid(), place))
                .forEach(process -> {
                    process.destroyForcibly();
                    process.onExit().join();
                });
    }

    private static boolean worksIn(long pid, Path place) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", "" + pid, "cwd")).startsWith(place);
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }

    private static void remove(Path place) throws IOException {
        List<Path> all;
        try (var files = Files.walk(place)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (var file : all) {
            Files.deleteIfExists(file);
        }
    }
}
