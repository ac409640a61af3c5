package io.fleetgram.bench.agent;

import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.bench.bare.BareController;
import io.fleetgram.bench.bare.Pki;
import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.process.Guard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The agent as it is installed, in a directory of its own, with the identity that a controller knows. */
final class InstalledAgent {

    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
    private static final int LONGEST_SECONDS = 60;
    private static final double KIB_IN_A_MIB = 1024;

    private final Path directory;
    private final CoreBinary core;
    private final Map<String, String> environment;

    private InstalledAgent(Path directory, CoreBinary core, Map<String, String> environment) {
        this.directory = directory;
        this.core = core;
        this.environment = environment;
    }

    static InstalledAgent in(
            Path directory, CoreBinary core, Pki pki, BareController controller, Map<String, String> environment)
            throws IOException {
        var identity = pki.node("bench");
        var home = new AgentDirectory(directory.resolve("agent"));
        home.create();
        CredentialFile.write(
                home.credentials(),
                new Credentials(
                        "bench",
                        "bench",
                        identity.keys().getPrivate(),
                        List.of(identity.certificate(), pki.authority().certificate()),
                        List.of(new ControllerAddress("127.0.0.1", controller.port()))));
        return new InstalledAgent(directory, core, environment);
    }

    /** The program that the build has put together. */
    static Path program() {
        return Path.of(System.getProperty("fleetgram.root", "."))
                .resolve("node-agent/target/agent/bin/fleetgram-agent");
    }

    /** Starts it; it ends with this JVM at the latest. */
    Process start() throws IOException {
        var builder = new ProcessBuilder(
                        program().toString(),
                        "run",
                        "--directory",
                        directory.resolve("agent").toString(),
                        "--core.executable",
                        core.executable().toString(),
                        "--probe.port",
                        "0")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("agent.log").toFile()));
        builder.environment().put("FLEETGRAM_JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return Guard.start(builder);
    }

    /** Ends it in order; its core runs on. */
    static void stop(Process agent) throws InterruptedException {
        agent.destroy();
        if (!agent.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            agent.destroyForcibly().waitFor();
        }
    }

    /** Resident memory of the Java process that the script has become, in MiB. */
    static double residentMib(Process agent) throws IOException {
        var status = Files.readString(Path.of("/proc", "" + agent.pid(), "status"));
        var match = RESIDENT.matcher(status);
        if (!match.find()) {
            throw new IOException("the agent has ended; see its log");
        }
        return Long.parseLong(match.group(1)) / KIB_IN_A_MIB;
    }
}
