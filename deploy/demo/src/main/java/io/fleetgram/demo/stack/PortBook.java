package io.fleetgram.demo.stack;

import io.fleetgram.parts.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.Properties;

/**
 * Which port each part of the stack has. Kept in a file, so that a later run finds everything where it was: join commands,
 * subscription links and accounts name these ports.
 */
public final class PortBook {

    private final Path file;
    private final OptionalInt base;
    private final Properties ports = new Properties();

    /**
     * Opens the book.
     *
     * @param base where new ports are counted from; empty takes free ones
     */
    public PortBook(Path file, OptionalInt base) {
        this.file = file;
        this.base = base;
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                ports.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException("Could not read the ports in " + file, e);
            }
        }
    }

    /** Returns the port of that name, chosen now if it has none. */
    public synchronized int port(String name) {
        var kept = ports.getProperty(name);
        if (kept != null) {
            return Integer.parseInt(kept);
        }
        var port = base.isPresent() ? base.getAsInt() + ports.size() : free();
        ports.setProperty(name, Integer.toString(port));
        try (var out = Files.newBufferedWriter(file)) {
            ports.store(out, "Ports of the demo; made at its first run");
        } catch (IOException e) {
            throw new UncheckedIOException("Could not keep the ports in " + file, e);
        }
        return port;
    }

    private int free() {
        var port = FreePort.find();
        return ports.containsValue(Integer.toString(port)) ? free() : port;
    }
}
