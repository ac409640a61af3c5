package io.fleetgram.demo.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetgram.demo.emulator.botapi.Json;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.pinnedmessages.PinChatMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageMedia;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** The telegrambots library as a bot uses it, unmodified, against the emulator. */
class TelegramLibraryIT {
    private ChatEmulator emulator;
    private LibraryBot bot;
    private Person ada;

    @BeforeEach
    void start() throws Exception {
        emulator = ChatEmulator.start();
        bot = new LibraryBot(emulator.address(), emulator.token());
        ada = emulator.person(7, "Ada Lovelace");
    }

    @AfterEach
    void stop() throws IOException {
        bot.close();
        emulator.close();
    }

    @Test
    void the_bot_knows_itself() throws Exception {
        assertThat(bot.client.execute(new GetMe()).getIsBot()).isTrue();
    }

    @Test
    void a_command_reaches_the_bot_and_its_answer_reaches_the_person() throws Exception {
        ada.says("/start abc");
        var message = bot.next().getMessage();
        // The library's isCommand() says no until getEntities() has been asked.
        assertThat(message.getEntities().getFirst().getText()).isEqualTo("/start");
        assertThat(message.isCommand()).isTrue();
        assertThat(message.getText()).isEqualTo("/start abc");
        assertThat(message.getFrom().getLanguageCode()).isEqualTo("en");
        send("<b>Welcome</b>");
        assertThat(ada.sees("Welcome").html()).isEqualTo("<b>Welcome</b>");
    }

    @Test
    void a_tap_is_told_answered_and_edits_the_message_in_place() throws Exception {
        begin();
        send("Fleet");
        ada.sees("Fleet");
        ada.taps("Nodes");
        var query = bot.next().getCallbackQuery();
        assertThat(query.getData()).isEqualTo("v1:nodes");
        bot.client.execute(AnswerCallbackQuery.builder()
                .callbackQueryId(query.getId())
                .text("one moment")
                .build());
        assertThat(ada.hears(Person.PATIENCE)).isEqualTo("one moment");
        bot.client.execute(EditMessageText.builder()
                .chatId(7L)
                .messageId(query.getMessage().getMessageId())
                .text("Fleet › Nodes")
                .build());
        var screen = ada.sees("› Nodes");
        assertThat(screen.edits()).isEqualTo(1);
        assertThat(screen.buttons()).isEmpty();
        assertThat(ada.messages()).hasSize(2);
    }

    @Test
    void a_picture_is_uploaded_seen_and_replaced() throws Exception {
        begin();
        var png = png(64);
        var sent = bot.client.execute(SendPhoto.builder()
                .chatId(7L)
                .photo(new InputFile(new ByteArrayInputStream(png), "qr.png"))
                .caption("scan me")
                .replyMarkup(keyboard())
                .build());
        var screen = ada.sees("scan me");
        assertThat(ada.file(screen)).isEqualTo(png);
        assertThat(screen.labels()).containsExactly("Nodes", "Copy");

        // The library itself downloads from api.telegram.org, whatever address it was given.
        var file = bot.client.execute(new GetFile(sent.getPhoto().getFirst().getFileId()));
        assertThat(emulator.userSide().bytes("/file/bot" + emulator.token() + "/" + file.getFilePath()))
                .isEqualTo(png);

        var smaller = png(32);
        var media = new InputMediaPhoto(new ByteArrayInputStream(smaller), "small.png");
        media.setCaption("smaller");
        bot.client.execute(EditMessageMedia.builder()
                .chatId(7L)
                .messageId(sent.getMessageId())
                .media(media)
                .build());
        assertThat(ada.file(ada.sees("smaller"))).isEqualTo(smaller);
    }

    @Test
    void the_rest_of_a_bots_daily_calls_is_there() throws Exception {
        begin();
        var document = bot.client.execute(SendDocument.builder()
                .chatId(7L)
                .document(new InputFile(new ByteArrayInputStream(new byte[] {1, 2}), "users.csv"))
                .build());
        assertThat(document.getDocument().getFileName()).isEqualTo("users.csv");
        assertThat(bot.client.execute(
                        SendChatAction.builder().chatId(7L).action("typing").build()))
                .isTrue();
        assertThat(bot.client.execute(PinChatMessage.builder()
                        .chatId(7L)
                        .messageId(document.getMessageId())
                        .build()))
                .isTrue();
        assertThat(bot.client.execute(DeleteMessage.builder()
                        .chatId("7")
                        .messageId(document.getMessageId())
                        .build()))
                .isTrue();
        assertThat(bot.client.execute(SetMyCommands.builder()
                        .command(new BotCommand("nodes", "All nodes"))
                        .scope(new BotCommandScopeChat("7"))
                        .build()))
                .isTrue();
    }

    @Test
    void refusals_arrive_with_code_text_and_time_to_wait() throws Exception {
        begin();
        var sent = send("Fleet");
        var unchanged = catchThrowableOfType(
                TelegramApiRequestException.class,
                () -> bot.client.execute(EditMessageText.builder()
                        .chatId(7L)
                        .messageId(sent)
                        .text("Fleet")
                        .replyMarkup(keyboard())
                        .build()));
        assertThat(unchanged.getErrorCode()).isEqualTo(400);
        assertThat(unchanged.getApiResponse()).startsWith("Bad Request: message is not modified");

        emulator.userSide()
                .post(
                        "/emulator/faults",
                        fault("rate_limit", "sendmessage").put("retry_after", 7).put("count", 1));
        var limited = catchThrowableOfType(TelegramApiRequestException.class, () -> send("again"));
        assertThat(limited.getErrorCode()).isEqualTo(429);
        assertThat(Objects.requireNonNull(limited.getParameters()).getRetryAfter())
                .isEqualTo(7);
        send("and again");
    }

    @Test
    void an_update_delivered_twice_arrives_twice() throws Exception {
        begin();
        emulator.userSide()
                .post("/emulator/faults", fault("duplicate_update", "").put("count", 1));
        ada.says("once");
        assertThat(bot.next().getUpdateId()).isEqualTo(bot.next().getUpdateId());
    }

    @Test
    void a_lost_answer_leaves_the_message_sent() throws Exception {
        begin();
        emulator.userSide()
                .post("/emulator/faults", fault("lost_answer", "sendMessage").put("count", 1));
        assertThat(catchThrowableOfType(TelegramApiException.class, () -> send("sent and lost")))
                .isNotNull();
        ada.sees("sent and lost");
    }

    @Test
    void what_was_sent_can_be_checked() throws Exception {
        begin();
        send("Fleet");
        var requests = emulator.userSide()
                .get("/emulator/requests?method=SENDMESSAGE")
                .json()
                .path("requests");
        assertThat(requests).hasSize(1);
        var arguments = requests.path(0).path("arguments");
        assertThat(arguments.path("chat_id").asText()).isEqualTo("7");
        assertThat(arguments.path("parse_mode").asText()).isEqualTo("HTML");
        assertThat(arguments.path("reply_markup").path("inline_keyboard")).isNotEmpty();
    }

    /** Ada starts the bot, so that it may write to her. */
    private void begin() throws InterruptedException {
        ada.says("/start");
        assertThat(bot.next().getMessage().getText()).isEqualTo("/start");
    }

    private int send(String html) throws TelegramApiException {
        return bot.client
                .execute(SendMessage.builder()
                        .chatId(7L)
                        .text(html)
                        .parseMode("HTML")
                        .replyMarkup(keyboard())
                        .build())
                .getMessageId();
    }

    private static ObjectNode fault(String kind, String method) {
        return Json.object().put("kind", kind).put("method", method);
    }

    private static InlineKeyboardMarkup keyboard() {
        return new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(
                InlineKeyboardButton.builder()
                        .text("Nodes")
                        .callbackData("v1:nodes")
                        .build(),
                InlineKeyboardButton.builder()
                        .text("Copy")
                        .copyText(new CopyTextButton("x"))
                        .build())));
    }

    private static byte[] png(int side) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
