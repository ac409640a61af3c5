package io.fleetgram.demo.stack;

import io.fleetgram.parts.core.CoreBinary;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a stack is to be.
 *
 * @param data where everything is kept; a later stack on it goes on where this one was
 * @param portBase where ports are counted from at the first run; empty takes free ones
 * @param core what every node runs
 * @param settings of the controller, beside those that the stack itself needs
 */
public record StackOptions(Path data, OptionalInt portBase, CoreBinary core, Map<String, String> settings) {

    public StackOptions(Path data, OptionalInt portBase, CoreBinary core) {
        this(data, portBase, core, Map.of());
    }

    public StackOptions {
        settings = Map.copyOf(settings);
        data = data.toAbsolutePath().normalize();
    }
}
