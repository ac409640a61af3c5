package io.fleetgram.agent.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.Traffic;
import io.fleetgram.agent.meter.JournalRecord.Counted;
import io.fleetgram.agent.meter.JournalRecord.Counted.Step;
import io.fleetgram.agent.store.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal is written anew, and the disk does not confirm its new name. */
class JournalRewriteTest {

    private static final CoreIdentity CORE = new CoreIdentity("boot", 1, 1);

    @TempDir
    Path directory;

    private Journal.Place place;
    private boolean directorySyncs = true;
    private long counted;

    @BeforeEach
    void start() {
        place = new Journal.Place(
                directory.resolve("journal"),
                new PositionFile(directory.resolve("memory")),
                path -> {
                    if (!directorySyncs) {
                        throw new IOException("the disk does not answer");
                    }
                    AtomicFile.syncDirectory(path);
                },
                300);
    }

    @Test
    void nothing_counts_as_written_until_the_new_name_is_confirmed_and_then_nothing_is_missing() throws IOException {
        try (var journal = open()) {
            while (counted < 3) {
                count(journal);
            }
            directorySyncs = false;
            while (!failsToCount(journal)) {
                assertThat(counted).isLessThan(100);
            }
            long durable = counted;
            assertThat(failsToCount(journal)).isTrue();
            assertThat(journal.position().absolute(CORE, "alice.in1")).isEqualTo(new Traffic(durable, 0));
            directorySyncs = true;
            count(journal);
        }
        try (var again = open()) {
            assertThat(again.position().absolute(CORE, "alice.in1")).isEqualTo(new Traffic(counted, 0));
        }
    }

    @Test
    void a_journal_that_cannot_be_begun_durably_is_not_begun() {
        directorySyncs = false;
        assertThatThrownBy(this::open).isInstanceOf(IOException.class);
    }

    private Journal open() throws IOException {
        return Journal.open(place, new UUID(1, 2), new JournalRecord.Batches(new Cursor(new Epoch(3, 4), 0), 0, 0))
                .journal();
    }

    private void count(Journal journal) throws IOException {
        var step = new Step("alice.in1", new Traffic(counted, 0), new Traffic(counted + 1, 0));
        journal.append(List.of(new Counted(CORE, 1, List.of(step))));
        counted++;
    }

    private boolean failsToCount(Journal journal) {
        try {
            count(journal);
            return false;
        } catch (IOException told) {
            return true;
        }
    }
}
