package io.fleetgram.agent.core;

import java.nio.file.Path;

/**
 * The core's executable file, as it described itself.
 *
 * @param version such as {@code 4.34.0}
 */
public record CoreProgram(Path executable, Dialect dialect, String version) {

    /** Returns whether it is the stand-in for demonstrations, which speaks as Xray does and knows plain VLESS alone. */
    public boolean isSimulated() {
        return version.endsWith("-simulated");
    }
}
