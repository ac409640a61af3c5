package io.fleetgram.parts.core;

import java.nio.file.Path;
import java.util.List;

/**
 * A core that can be started here. It takes the command line of its kind; the simulated one takes Xray's and v2ray's.
 *
 * @param command how to start it, before any argument: always the path of one executable file
 */
public record CoreBinary(CoreKind kind, List<String> command, String version) {

    public CoreBinary {
        command = List.copyOf(command);
    }

    static CoreBinary at(CoreKind kind, Path executable, String version) {
        return new CoreBinary(kind, List.of(executable.toString()), version);
    }

    public Path executable() {
        return Path.of(command.getFirst());
    }

    /** Name and version, as people write them: {@code Xray 26.10.10}. */
    public String title() {
        return kind.title() + " " + version;
    }

    @Override
    public String toString() {
        return title();
    }
}
