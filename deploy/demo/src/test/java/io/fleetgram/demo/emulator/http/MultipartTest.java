package io.fleetgram.demo.emulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MultipartTest {
    private static final String TYPE = "multipart/form-data; boundary=\"b-1\"";

    @Test
    void fields_and_files_are_told_apart() {
        var body = String.join(
                "\r\n",
                "--b-1",
                "Content-Disposition: form-data; name=\"chat_id\"",
                "",
                "7",
                "--b-1",
                "Content-Disposition: form-data; name=\"photo\"; filename=\"a.png\"",
                "Content-Type: image/png",
                "",
                "\r\n--b\r\n",
                "--b-1--",
                "");
        var parts = Multipart.read(TYPE, bytes(body)).orElseThrow();
        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst().name()).isEqualTo("chat_id");
        assertThat(new String(parts.getFirst().content(), StandardCharsets.UTF_8))
                .isEqualTo("7");
        assertThat(parts.getLast().fileName()).isEqualTo(Optional.of("a.png"));
        assertThat(parts.getLast().mediaType()).isEqualTo("image/png");
        assertThat(new String(parts.getLast().content(), StandardCharsets.UTF_8))
                .isEqualTo("\r\n--b\r\n");
    }

    @Test
    void a_body_without_its_end_is_refused() {
        assertThat(Multipart.read(TYPE, bytes("--b-1\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n7\r\n")))
                .isEmpty();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
