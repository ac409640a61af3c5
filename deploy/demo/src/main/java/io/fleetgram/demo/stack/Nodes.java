package io.fleetgram.demo.stack;

import io.fleetgram.parts.core.CoreBinary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The machines of the fleet, each played by a directory and a loopback address of its own. */
public final class Nodes implements AutoCloseable {

    private final Path command;
    private final Path data;
    private final PortBook ports;
    private final CoreBinary core;
    private final Map<Integer, NodeProcess> byNumber = new TreeMap<>();

    Nodes(Path command, Path data, PortBook ports, CoreBinary core) {
        this.command = command;
        this.data = data;
        this.ports = ports;
        this.core = core;
    }

    /** Returns the machine of that number, 1 to 20; nothing is started yet. */
    public synchronized NodeProcess number(int number) {
        return byNumber.computeIfAbsent(number, key -> new NodeProcess(command, data, key, ports, core));
    }

    /** Says whether the machine of that number has ever joined. */
    public boolean isEnrolled(int number) {
        return Files.exists(NodeProcess.credentials(data, number));
    }

    /** Returns the machines that were asked for so far. */
    public synchronized List<NodeProcess> known() {
        return List.copyOf(byNumber.values());
    }

    /** Stops every agent and then its core: here, too, agents leave their cores running. */
    @Override
    public void close() {
        known().parallelStream().forEach(NodeProcess::end);
    }
}
