package io.fleetgram.demo.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortBookTest {

    @TempDir
    Path directory;

    @Test
    void a_later_run_finds_every_port_where_it_was() {
        var first = book(OptionalInt.empty());
        var emulator = first.port("emulator");
        var controller = first.port("controller");
        assertThat(emulator).isNotEqualTo(controller);

        var later = book(OptionalInt.of(5000));
        assertThat(later.port("controller")).isEqualTo(controller);
        assertThat(later.port("emulator")).isEqualTo(emulator);
    }

    @Test
    void ports_are_counted_from_the_base() {
        var book = book(OptionalInt.of(5000));
        assertThat(book.port("emulator")).isEqualTo(5000);
        assertThat(book.port("controller")).isEqualTo(5001);
        assertThat(book.port("emulator")).isEqualTo(5000);
    }

    private PortBook book(OptionalInt base) {
        return new PortBook(directory.resolve("ports.properties"), base);
    }
}
