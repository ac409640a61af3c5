package io.fleetgram.demo.emulator.botapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.botapi.Arguments.Upload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class MediaTest {
    private final Api api;

    MediaTest() throws InterruptedException {
        api = new Api();
    }

    @Test
    void a_picture_has_its_size_and_can_be_fetched_and_sent_again() throws InterruptedException {
        var message = photo(png(40, 30), "caption", "<b>x</b>", "parse_mode", "HTML");
        var size = message.path("photo").path(0);
        assertThat(size.path("width").asInt()).isEqualTo(40);
        assertThat(size.path("height").asInt()).isEqualTo(30);
        assertThat(message.path("caption").asText()).isEqualTo("x");
        assertThat(message.path("caption_entities").path(0).path("type").asText())
                .isEqualTo("bold");
        var id = size.path("file_id").asText();
        assertThat(api.call("getFile", "file_id", id).path("file_path").asText())
                .isEqualTo("photos/file_1.png");
        var again = api.call("sendPhoto", "chat_id", "7", "photo", id);
        assertThat(again.path("photo").path(0).path("file_id").asText()).isEqualTo(id);
    }

    @Test
    void what_is_no_picture_or_has_an_odd_shape_is_refused() throws InterruptedException {
        assertThat(refusedPhoto(new byte[] {1, 2, 3})).isEqualTo("400 Bad Request: IMAGE_PROCESS_FAILED");
        assertThat(refusedPhoto(png(210, 10))).isEqualTo("400 Bad Request: PHOTO_INVALID_DIMENSIONS");
        assertThat(refusedPhoto(new byte[0])).isEqualTo("400 Bad Request: file must be non-empty");
        assertThat(api.refusal("sendPhoto", "chat_id", "7"))
                .isEqualTo("400 Bad Request: there is no photo in the request");
        assertThat(api.refusal("sendPhoto", "chat_id", "7", "photo", "no-such-id"))
                .isEqualTo("400 Bad Request: wrong file identifier/HTTP URL specified");
    }

    @Test
    void a_caption_holds_1024_units() throws InterruptedException {
        photo(png(10, 10), "caption", "x".repeat(1024));
        assertThat(api.refusal("sendPhoto", upload(png(10, 10)), "chat_id", "7", "caption", "x".repeat(1025)))
                .isEqualTo("400 Bad Request: message caption is too long");
        var id = photo(png(10, 10)).path("message_id").asText();
        assertThat(api.refusal("editMessageCaption", "chat_id", "7", "message_id", id, "caption", "x".repeat(1025)))
                .isEqualTo("400 Bad Request: MEDIA_CAPTION_TOO_LONG");
    }

    @Test
    void a_picture_has_a_caption_and_no_text_to_edit() throws InterruptedException {
        var id = photo(png(10, 10)).path("message_id").asText();
        var edited = api.call("editMessageCaption", "chat_id", "7", "message_id", id, "caption", "new");
        assertThat(edited.path("caption").asText()).isEqualTo("new");
        assertThat(api.refusal("editMessageText", "chat_id", "7", "message_id", id, "text", "x"))
                .isEqualTo("400 Bad Request: there is no text in the message to edit");
        var text = api.send("x");
        assertThat(api.refusal("editMessageCaption", "chat_id", "7", "message_id", text, "caption", "new"))
                .isEqualTo("400 Bad Request: there is no caption in the message to edit");
    }

    @Test
    void a_text_may_become_a_picture() throws InterruptedException {
        var id = api.send("x");
        var media = "{\"type\":\"photo\",\"media\":\"attach://chart\",\"caption\":\"c\"}";
        var edited = api.call(
                "editMessageMedia",
                Map.of("chart", new Upload("chart.png", "image/png", png(20, 20))),
                "chat_id",
                "7",
                "message_id",
                id,
                "media",
                media);
        assertThat(edited.path("photo").path(0).path("width").asInt()).isEqualTo(20);
        assertThat(edited.has("text")).isFalse();
        assertThat(api.refusal("editMessageMedia", "chat_id", "7", "message_id", id))
                .isEqualTo("400 Bad Request: parameter \"media\" is required");
        assertThat(api.refusal("editMessageMedia", "chat_id", "7", "message_id", id, "media", "{\"type\":\"photo\"}"))
                .isEqualTo("400 Bad Request: can't parse InputMedia: media not found");
    }

    @Test
    void a_document_keeps_its_name_and_type() throws InterruptedException {
        var file = Map.of("document", new Upload("backup.sql.gz", "application/gzip", new byte[] {1, 2, 3}));
        var document = api.call("sendDocument", file, "chat_id", "7").path("document");
        assertThat(document.path("file_name").asText()).isEqualTo("backup.sql.gz");
        assertThat(document.path("mime_type").asText()).isEqualTo("application/gzip");
        assertThat(document.path("file_size").asInt()).isEqualTo(3);
    }

    private JsonNode photo(byte[] bytes, String... arguments) throws InterruptedException {
        var all = new String[arguments.length + 2];
        all[0] = "chat_id";
        all[1] = "7";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return api.call("sendPhoto", upload(bytes), all);
    }

    private String refusedPhoto(byte[] bytes) throws InterruptedException {
        return api.refusal("sendPhoto", upload(bytes), "chat_id", "7");
    }

    private static Map<String, Upload> upload(byte[] bytes) {
        return Map.of("photo", new Upload("picture.png", "image/png", bytes));
    }

    private static byte[] png(int width, int height) {
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
