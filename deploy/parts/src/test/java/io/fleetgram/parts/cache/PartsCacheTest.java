package io.fleetgram.parts.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.parts.Found;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartsCacheTest {

    @TempDir
    private Path directory;

    @Test
    void an_entry_is_filled_once_however_many_ask() {
        var fills = new AtomicInteger();
        var cache = new PartsCache(directory);
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 20)
                    .forEach(number -> askers.execute(() -> cache.obtain("part", empty -> {
                        fills.incrementAndGet();
                        Files.writeString(empty.resolve("file"), "whole");
                        return Optional.empty();
                    })));
        }
        assertThat(fills).hasValue(1);
        assertThat(directory.resolve("part/file")).hasContent("whole");
    }

    @Test
    void a_part_that_cannot_be_had_leaves_nothing_and_is_tried_again() {
        var cache = new PartsCache(directory);
        var missing = cache.obtain("part", empty -> {
            Files.writeString(empty.resolve("half"), "half");
            return Optional.of("no network");
        });
        assertThat(missing).isEqualTo(new Found.Missing<Path>("no network"));
        assertThat(directory).isDirectoryNotContaining(path -> Files.isDirectory(path));
        assertThat(cache.obtain("part", empty -> Optional.empty()).toOptional()).contains(directory.resolve("part"));
    }

    @Test
    void what_a_killed_process_left_unfinished_is_removed() throws java.io.IOException {
        var cache = new PartsCache(directory);
        var left = PartsCache.workBeside(directory.resolve("any"));
        Files.writeString(left.resolve("half"), "half");
        cache.obtain("part", empty -> Optional.empty());
        assertThat(left).doesNotExist();
    }

    @Test
    void a_launcher_with_another_text_is_another_file() {
        var cache = new PartsCache(directory);
        var first = new Launcher("core", "#!/bin/sh\necho 1\n")
                .in(cache)
                .toOptional()
                .orElseThrow();
        var second = new Launcher("core", "#!/bin/sh\necho 2\n")
                .in(cache)
                .toOptional()
                .orElseThrow();
        assertThat(first).isExecutable().hasFileName("core").isNotEqualTo(second);
        assertThat(first).hasContent("#!/bin/sh\necho 1\n");
    }
}
