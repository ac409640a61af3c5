package io.fleetgram.demo.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetgram.demo.browser.Browser;
import io.fleetgram.demo.browser.Tab;
import io.fleetgram.demo.browser.Tab.Look;
import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.parts.RealPart;
import io.fleetgram.parts.junit.Need;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.objects.InputFile;

/** The chat page in a real browser, with the real library as its bot. */
class ChatPageIT {
    private static final Path PICTURES = Path.of("target", "chat-page");

    private ChatEmulator emulator;
    private LibraryBot bot;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        var chromium = Need.of(RealPart.CHROMIUM, Browser.find());
        emulator = ChatEmulator.start();
        emulator.person(7, "Ada Lovelace");
        bot = new LibraryBot(emulator.address(), emulator.token());
        browser = Browser.start(chromium);
    }

    @AfterEach
    void stop() throws IOException {
        if (browser != null) {
            browser.close();
            bot.close();
            emulator.close();
        }
    }

    @Test
    void a_person_starts_the_bot_taps_and_sees_the_screen_change_in_place() throws Exception {
        var page = open(Look.DESKTOP);
        page.picture(PICTURES.resolve("start.png"));
        page.click("Start");
        assertThat(bot.next().getMessage().getText()).isEqualTo("/start");
        var screen = call(
                "sendMessage",
                message("<b>Fleet</b>\n🟢 3 nodes online")
                        .put("reply_markup", keyboard("{\"text\":\"Nodes\",\"callback_data\":\"n\"}")));
        page.sees("3 nodes online");
        page.click("Nodes");
        var query = bot.next().getCallbackQuery();
        assertThat(query.getData()).isEqualTo("n");
        page.finds(".key.busy");
        call(
                "answerCallbackQuery",
                Json.object().put("callback_query_id", query.getId()).put("text", "one moment"));
        page.sees("one moment");
        page.picture(PICTURES.resolve("toast.png"));
        call(
                "editMessageText",
                message("Fleet › <b>Nodes</b>")
                        .put("message_id", screen.path("message_id").asInt()));
        page.sees("Fleet › Nodes");
        page.seesNoMore("3 nodes online");
        assertThat(page.evaluate("document.querySelectorAll('.message').length").asInt())
                .isEqualTo(2);
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void what_a_person_types_reaches_the_bot() throws Exception {
        begin();
        var page = open(Look.DESKTOP);
        page.type("Message", "a.b@c <i>1</i>");
        page.press("Enter");
        assertThat(bot.next().getMessage().getText()).isEqualTo("a.b@c <i>1</i>");
        page.sees("a.b@c <i>1</i>");
    }

    @Test
    void the_commands_menu_sends_a_command() throws Exception {
        begin();
        call("setMyCommands", Json.object().put("commands", "[{\"command\":\"nodes\",\"description\":\"All nodes\"}]"));
        var page = open(Look.DESKTOP);
        page.click("Commands");
        page.picture(PICTURES.resolve("commands.png"));
        page.click("/nodes All nodes");
        assertThat(bot.next().getMessage().getText()).isEqualTo("/nodes");
    }

    @Test
    void html_from_outside_stays_text() throws Exception {
        begin();
        var page = open(Look.DESKTOP);
        call(
                "sendMessage",
                message("&lt;img src=x onerror=alert(1)&gt;<b>&lt;script&gt;document.title='gotcha'&lt;/script&gt;</b>")
                        .put("reply_markup", keyboard("{\"text\":\"<b>x</b>\",\"callback_data\":\"n\"}")));
        page.sees("<img src=x onerror=alert(1)><script>document.title='gotcha'</script>");
        page.sees("<b>x</b>");
        assertThat(page.evaluate("document.title").asText()).isEqualTo("Fleetgram");
        assertThat(page.evaluate("document.querySelectorAll('.words img, .words script, .key b').length")
                        .asInt())
                .isZero();
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void code_and_copy_buttons_copy() throws Exception {
        begin();
        var page = open(Look.DESKTOP);
        call(
                "sendMessage",
                message("Join with <code>curl -fsSL example.org</code>")
                        .put(
                                "reply_markup",
                                keyboard("{\"text\":\"Copy link\",\"copy_text\":{\"text\":\"vless://1\"}}")));
        page.sees("Join with");
        page.click("curl -fsSL example.org");
        page.sees("Copied to the clipboard");
        assertThat(page.clipboard()).isEqualTo("curl -fsSL example.org");
        page.click("Copy link");
        assertThat(page.clipboard()).isEqualTo("vless://1");
    }

    @Test
    void a_picture_opens_and_closes() throws Exception {
        begin();
        var page = open(Look.DESKTOP);
        bot.client.execute(SendPhoto.builder()
                .chatId(7L)
                .photo(new InputFile(new ByteArrayInputStream(png(300)), "qr.png"))
                .caption("Scan me")
                .build());
        page.finds(".photo-frame");
        page.click("Open the picture");
        page.finds("dialog.picture");
        page.picture(PICTURES.resolve("picture.png"));
        page.press("Escape");
        assertThat(page.evaluate("eyes.until(() => document.querySelector('dialog') === null, 5000)")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void an_alert_must_be_closed_by_hand() throws Exception {
        begin();
        call("sendMessage", message("x").put("reply_markup", keyboard("{\"text\":\"Go\",\"callback_data\":\"g\"}")));
        var page = open(Look.DESKTOP);
        page.click("Go");
        var query = bot.next().getCallbackQuery().getId();
        call(
                "answerCallbackQuery",
                Json.object()
                        .put("callback_query_id", query)
                        .put("text", "Not yours")
                        .put("show_alert", true));
        page.sees("Not yours");
        page.click("OK");
        page.seesNoMore("Not yours");
    }

    @Test
    void a_forum_shows_its_topics_who_wrote_and_who_is_typing() throws Exception {
        begin();
        emulator.person(8, "Grace Hopper");
        var body = Json.object().put("user", 7).put("title", "Night shift").put("forum", true);
        body.put("bot", "administrator").putArray("people").add("8");
        var group = emulator.userSide()
                .post("/emulator/chats", body)
                .json()
                .path("id")
                .asLong();
        var topic = call("createForumTopic", Json.object().put("chat_id", group).put("name", "Alerts"))
                .path("message_thread_id")
                .asInt();
        call("sendMessage", message("🔴 de-1 is offline").put("chat_id", group).put("message_thread_id", topic));
        emulator.person(8, "Grace Hopper").in(group).says("on it");
        var page = open(Look.DESKTOP);
        page.click("Night shift");
        page.sees("Grace Hopper on it");
        call("sendChatAction", Json.object().put("chat_id", group).put("action", "typing"));
        page.sees("typing");
        page.picture(PICTURES.resolve("forum.png"));
        page.click("Alerts");
        page.seesNoMore("Grace Hopper");
        page.sees("de-1 is offline");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void somebody_else_is_a_tap_away() throws Exception {
        begin();
        var page = open(Look.DESKTOP);
        page.click("You are Ada Lovelace");
        page.picture(PICTURES.resolve("people.png"));
        page.click("Add a person…");
        page.picture(PICTURES.resolve("add.png"));
        page.type("First and last name", "Grace Hopper");
        page.press("Enter");
        page.sees("Grace Hopper");
        page.click("Start");
        assertThat(bot.next().getMessage().getFrom().getFirstName()).isEqualTo("Grace");
    }

    @Test
    void the_page_looks_like_a_messenger_in_every_light() throws Exception {
        begin();
        Showcase.fill(emulator, bot);
        for (var look : List.of(Look.DESKTOP, Look.DESKTOP.inTheDark(), Look.PHONE, Look.PHONE.inTheDark())) {
            var page = open(look);
            page.sees("Copy the command");
            page.finds("img");
            var name = (look.touch() ? "phone" : "desktop") + (look.dark() ? "-dark" : "-light");
            page.picture(PICTURES.resolve(name + ".png"));
            page.evaluate("document.querySelector('#log').scrollTop = 0");
            page.picture(PICTURES.resolve(name + "-top.png"));
            assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
                            .asBoolean())
                    .as("no sideways scrolling at %d pixels", look.width())
                    .isTrue();
            assertThat(page.complaints()).isEmpty();
        }
    }

    private Tab open(Look look) throws InterruptedException {
        return browser.open(emulator.address().resolve("/#7/7"), look);
    }

    private void begin() throws InterruptedException {
        emulator.person(7, "Ada Lovelace").says("/start");
        bot.next();
    }

    private JsonNode call(String method, ObjectNode arguments) throws InterruptedException {
        var reply = emulator.userSide().post("/bot" + emulator.token() + "/" + method, arguments);
        assertThat(reply.isDone()).as(reply.json().toString()).isTrue();
        return reply.json().path("result");
    }

    private static ObjectNode message(String html) {
        return Json.object().put("chat_id", 7).put("text", html).put("parse_mode", "HTML");
    }

    private static String keyboard(String button) {
        return "{\"inline_keyboard\":[[" + button + "]]}";
    }

    private static byte[] png(int side) throws IOException {
        var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
