package io.fleetgram.agent.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoreWishFileTest {

    @TempDir
    Path directory;

    @Test
    void a_core_is_meant_to_run_until_somebody_says_otherwise() throws IOException {
        var wish = wish();
        assertThat(wish.stopped()).isEmpty();
        wish.letRun();
        assertThat(wish.stopped()).isEmpty();
    }

    @Test
    void what_was_said_last_holds_for_whoever_looks_later() throws IOException {
        wish().keepStopped("Ольга stopped it");
        assertThat(wish().stopped()).contains("Ольга stopped it");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
        wish().letRun();
        assertThat(wish().stopped()).isEmpty();
    }

    @Test
    void a_damaged_file_still_keeps_the_core_stopped() throws IOException {
        Files.write(file(), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThat(wish().stopped()).isPresent();
        Files.write(file(), new byte[0]);
        assertThat(wish().stopped()).contains("an operator stopped it");
    }

    private CoreWishFile wish() {
        return new CoreWishFile(file());
    }

    private Path file() {
        return directory.resolve("core.stopped");
    }
}
