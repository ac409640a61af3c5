package io.fleetgram.agent.core.file;

import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.KnownUsers;
import io.fleetgram.agent.core.UserFact;
import io.fleetgram.agent.core.UserRecord;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * A file of lines: the run of the core, all users it had, then every change.
 *
 * <p>Lines are handed to the kernel but not synced: a machine that loses what its kernel holds loses the core, too. For one
 * thread at a time.
 */
public final class UserRecordFile implements UserRecord {

    /** So many facts on top of twice as many as there are users make it long. */
    private static final int SLACK = 10_000;

    private final Path file;
    private long users;
    private long noted;

    public UserRecordFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<KnownUsers> of(CoreIdentity core) {
        try {
            return Files.exists(file) ? read(core, Files.readString(file)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    private Optional<KnownUsers> read(CoreIdentity core, String text) {
        // What follows the last end of a line was being written when the agent died.
        Iterator<String> lines =
                text.substring(0, text.lastIndexOf('\n') + 1).lines().iterator();
        if (!lines.hasNext() || !lines.next().equals(new ContentLine.OfRun(core).text())) {
            return Optional.empty();
        }
        var known = new KnownUsers();
        noted = 0;
        try {
            while (lines.hasNext()) {
                if (ContentLine.parse(lines.next()) instanceof ContentLine.OfUser of) {
                    known.learn(of.fact());
                    noted++;
                }
            }
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
        users = known.size();
        return Optional.of(known);
    }

    @Override
    public void begin(CoreIdentity core, KnownUsers known) {
        try {
            Draft.of(file, out -> {
                        out.write(new ContentLine.OfRun(core).text() + "\n");
                        for (var fact : known.facts()) {
                            out.write(new ContentLine.OfUser(fact).text() + "\n");
                        }
                    })
                    .install();
            users = known.size();
            noted = users;
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    @Override
    public void note(List<UserFact> facts) {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardOpenOption.APPEND)) {
            for (var fact : facts) {
                out.write(new ContentLine.OfUser(fact).text() + "\n");
            }
            noted += facts.size();
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + file, e);
        }
    }

    @Override
    public boolean isLong() {
        return noted > 2 * users + SLACK;
    }
}
