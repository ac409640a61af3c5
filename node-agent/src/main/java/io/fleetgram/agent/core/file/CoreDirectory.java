package io.fleetgram.agent.core.file;

import io.fleetgram.agent.core.StartedWith;
import io.fleetgram.agent.store.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where on disk the things of one core are.
 *
 * @param root a directory that belongs to one agent alone; absolute, because it appears in the core's command line
 */
public record CoreDirectory(Path root) {

    public CoreDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public void create() throws IOException {
        AtomicFile.createDirectory(root);
    }

    /** Kept by the agent that owns the core. */
    public Path lock() {
        return root.resolve("core.lock");
    }

    /** The configuration for the next start. */
    public Path next() {
        return root.resolve("configuration.json");
    }

    /** What the configuration for the next start holds, in the agent's own words. */
    public Path nextContent() {
        return root.resolve("configuration.content");
    }

    /** The configuration that the running core was started with. */
    public Path running() {
        return root.resolve("running.json");
    }

    /** What the running core's configuration holds, in the agent's own words. */
    public Path runningContent() {
        return root.resolve("running.content");
    }

    /** Returns what the running core was started with; empty if that is not known. */
    public Optional<StartedWith> startedWith() throws IOException {
        return ContentFile.read(runningContent());
    }

    /** Which process is the core. */
    public Path process() {
        return root.resolve("core.process");
    }

    /** Users of a running core that cannot list them. */
    public Path users() {
        return root.resolve("core.users");
    }

    /** There while an operator keeps the core stopped. */
    public Path stopped() {
        return root.resolve("core.stopped");
    }

    /** The core's own log. */
    public Path log() {
        return root.resolve("core.log");
    }

    /** What the core says on its standard output and standard error. */
    public Path output() {
        return root.resolve("core.output");
    }

    /** What systemctl said last. */
    public Path systemctlOutput() {
        return root.resolve("systemctl.output");
    }

    /** What the core's own test said last. */
    public Path testOutput() {
        return root.resolve("test.output");
    }
}
