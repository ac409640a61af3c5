package io.fleetgram.agent;

import io.fleetgram.agent.controller.AgentDescription;
import io.fleetgram.agent.host.OperatingSystem;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** Describes the agent and the machine that it runs on. */
final class ThisMachine {

    private static final Path OS_RELEASE = Path.of("/etc/os-release");

    private ThisMachine() {}

    static AgentDescription describe() {
        return new AgentDescription(
                version(),
                OperatingSystem.name(osRelease(), System.getProperty("os.name", "unknown")),
                System.getProperty("os.arch", "unknown"),
                hostName());
    }

    /** Returns the version that the build wrote into the jar. */
    static String version() {
        var properties = new Properties();
        try (InputStream in = ThisMachine.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            logged(e);
        }
        return properties.getProperty("version", "unknown");
    }

    private static List<String> osRelease() {
        try {
            return Files.exists(OS_RELEASE) ? Files.readAllLines(OS_RELEASE, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            logged(e);
            return List.of();
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            logged(e);
            return "unknown";
        }
    }

    private static void logged(Exception e) {
        System.getLogger(ThisMachine.class.getName()).log(Level.DEBUG, "the machine cannot be described: {0}", e);
    }
}
