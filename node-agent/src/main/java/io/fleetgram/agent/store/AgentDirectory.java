package io.fleetgram.agent.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Where on disk the agent keeps its things.
 *
 * @param root a directory that belongs to one agent alone
 */
public record AgentDirectory(Path root) {

    /** Makes the directory, if it is missing, so that only its owner can enter. */
    public void create() throws IOException {
        AtomicFile.createDirectory(root);
        AtomicFile.createDirectory(core());
        AtomicFile.createDirectory(batches());
    }

    public Path lock() {
        return root.resolve("agent.lock");
    }

    /** Private key, certificate chain and controllers. */
    public Path credentials() {
        return root.resolve("credentials.pem");
    }

    /** The private key of an enrollment or a renewal whose answer has not come yet. */
    public Path pendingKey() {
        return root.resolve("pending-key.pem");
    }

    /** The token of an enrollment or a rotation whose answer has not come yet. */
    public Path pendingToken() {
        return root.resolve("pending-token");
    }

    public Path state() {
        return root.resolve("state");
    }

    public Path journal() {
        return root.resolve("journal");
    }

    public Path batches() {
        return root.resolve("batches");
    }

    /** What operators asked of this node, and how far it has come. */
    public Path commands() {
        return root.resolve("commands");
    }

    /** The controller's time as it was last known. */
    public Path lastKnownTime() {
        return root.resolve("controller-time");
    }

    /** The port on which the probe of a running agent listens. */
    public Path probePort() {
        return root.resolve("probe.port");
    }

    /** Where the core's configuration and output are kept. */
    public Path core() {
        return root.resolve("core");
    }
}
