package io.fleetgram.agent.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreRecordTest {

    private static final CoreRecord RECORD = new CoreRecord(
            new CoreRun(
                    new CoreIdentity("5c0f", 1_234, 56_789),
                    new CoreProgram(Path.of("/usr/local/bin/xray"), Dialect.XRAY, "26.10.10"),
                    10_085),
            "/usr/local/bin/xray",
            "/var/lib/fleetgram/core/running.json");

    @TempDir
    Path directory;

    @Test
    void is_read_as_it_was_written() throws IOException {
        RECORD.writeTo(file());
        assertThat(CoreRecord.readFrom(file())).contains(RECORD);
    }

    @Test
    void nothing_and_nonsense_are_no_record() throws IOException {
        assertThat(CoreRecord.readFrom(file())).isEmpty();
        Files.writeString(file(), "1\n2\n3\n4\n5\n6\n7\n");
        assertThat(CoreRecord.readFrom(file())).isEmpty();
        Files.writeString(file(), "5c0f 1234 56789\n");
        assertThat(CoreRecord.readFrom(file())).isEmpty();
    }

    private Path file() {
        return directory.resolve("core.process");
    }
}
