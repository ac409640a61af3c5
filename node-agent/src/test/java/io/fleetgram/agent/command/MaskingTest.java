package io.fleetgram.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.CommandFile;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the node for an operator's eyes holds no secret, and no more than fits. */
class MaskingTest {

    @TempDir
    private Path directory;

    @Test
    void keys_ids_and_passwords_are_masked_wherever_they_stand_in_a_configuration() throws IOException {
        var masked = MaskedConfiguration.of(new StringReader("""
                {"inbounds": [{"tag": "in", "port": 443, "settings": {"clients": [
                   {"id": "b831381d-6324-4d53-ad4f-8cda48b30811", "email": "anna.k1", "flow": "xtls-rprx-vision"},
                   {"password": "tr0jan", "email": "bert.k1"}], "decryption": "none"},
                  "streamSettings": {"realitySettings": {"privateKey": "kJ3", "shortIds": ["0a1b", ""], "dest": "a.example:443"}}}],
                 "stats": {}, "nothing": null, "sniffing": true}
                """));
        assertThat(masked)
                .doesNotContain("b831381d", "tr0jan", "kJ3", "0a1b")
                .contains("\"email\": \"anna.k1\"", "\"port\": 443", "\"decryption\": \"none\"", "a.example:443");
    }

    @Test
    void of_many_users_the_first_are_shown_and_the_rest_counted() throws IOException {
        var users = IntStream.range(0, 1_000)
                .mapToObj("{\"email\": \"u%d\"}"::formatted)
                .collect(Collectors.joining(","));
        var masked = MaskedConfiguration.of(new StringReader("{\"clients\": [" + users + "], \"ports\": [1, 2]}"));
        assertThat(masked).contains("\"u19\"", "… and 980 more").doesNotContain("\"u20\"");
    }

    @Test
    void a_log_loses_what_looks_like_a_secret_and_keeps_the_rest() {
        assertThat(Secrets.masked("user b831381d-6324-4d53-ad4f-8cda48b30811 rejected"))
                .isEqualTo("user *** rejected");
        assertThat(Secrets.masked("password=hunter2 from 203.0.113.7:443"))
                .isEqualTo("password=*** from 203.0.113.7:443");
        assertThat(Secrets.masked("{\"privateKey\": \"abc\", \"port\": 1}"))
                .isEqualTo("{\"privateKey\": ***, \"port\": 1}");
        assertThat(Secrets.masked("key kJ3Yl8Pq0aVb1Zr6Tt2Ww4Xx8Yy0Zz2Aa4Bb6Cc8Dd0 refused"))
                .isEqualTo("key *** refused");
        var harmless = "2026/04/01 12:00:00 [Warning] core: Xray 26.7.11 started, listening on 0.0.0.0:443";
        assertThat(Secrets.masked(harmless)).isEqualTo(harmless);
    }

    @Test
    void the_last_lines_of_all_files_are_read_at_most_a_mebibyte() throws IOException {
        var old = Files.writeString(directory.resolve("a.1"), "old 1\nold 2\n");
        var present = Files.writeString(directory.resolve("a"), "new 1\nnew 2\n");
        var missing = directory.resolve("none");
        assertThat(LogTail.of(List.of(missing, old, present), 3)).containsExactly("old 2", "new 1", "new 2");

        var line = "x ".repeat(500);
        var lines = IntStream.range(0, 3_000).mapToObj(i -> line + i).toList();
        var large = Files.write(directory.resolve("large"), lines);
        var tail = LogTail.of(List.of(large), 2_000);
        assertThat(tail.getLast()).isEqualTo(line + 2_999);
        assertThat(tail.stream().mapToInt(each -> each.length() + 1).sum()).isLessThanOrEqualTo(CommandFile.LARGEST);
        assertThat(tail).hasSizeGreaterThan(900);
    }
}
