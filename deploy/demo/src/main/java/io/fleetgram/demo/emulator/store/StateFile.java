package io.fleetgram.demo.emulator.store;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetgram.demo.emulator.chat.Snapshot;
import io.fleetgram.demo.emulator.chat.World;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Writes the world to a file whenever it has changed, at most twice a second, and once at the end. */
public final class StateFile implements AutoCloseable {
    private static final Logger LOG = System.getLogger(StateFile.class.getName());
    private static final ObjectMapper MAPPER = SnapshotFormat.mapper();

    /** What tells one state from the next without comparing all of it. */
    private record Mark(long event, int nextUpdate, int pending) {}

    private final World world;
    private final Path file;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("emulator-state").daemon().factory());
    private final Future<?> saving;
    private Mark saved = new Mark(0, 0, 0);

    private StateFile(World world, Path file) {
        this.world = world;
        this.file = file;
        this.saving = timer.scheduleWithFixedDelay(() -> saveOrSay(false), 500, 500, TimeUnit.MILLISECONDS);
    }

    /**
     * Brings the world to where the file left it, if there is one, and keeps the file up to date from then on.
     *
     * @throws IOException if the file is there but cannot be read
     */
    public static StateFile keep(World world, Path file) throws IOException, InterruptedException {
        if (Files.exists(file)) {
            var snapshot = read(file);
            world.turn(() -> {
                world.restore(snapshot);
                return snapshot;
            });
        } else if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        return new StateFile(world, file);
    }

    private static Snapshot read(Path file) throws IOException {
        try {
            return MAPPER.readValue(file.toFile(), Snapshot.class);
        } catch (JacksonException malformed) {
            throw new IOException(
                    "chats cannot be read from " + file + "; move it away to begin anew: "
                            + malformed.getOriginalMessage(),
                    malformed);
        }
    }

    private void saveOrSay(boolean clean) {
        try {
            save(clean);
        } catch (IOException broken) {
            LOG.log(
                    Level.WARNING,
                    "chats cannot be written to " + file + "; free some space or choose another file",
                    broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void save(boolean clean) throws IOException, InterruptedException {
        var mark = world.turn(() -> new Mark(
                world.feed().last(), world.updates().next(), world.updates().pending()));
        if (mark.equals(saved) && !clean) {
            return;
        }
        var snapshot = world.turn(() -> world.snapshot(clean));
        var next = file.resolveSibling(file.getFileName() + ".next");
        MAPPER.writeValue(next.toFile(), snapshot);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        saved = mark;
    }

    @Override
    public void close() {
        saving.cancel(false);
        timer.shutdown();
        saveOrSay(true);
    }
}
