package io.fleetgram.bot.telegram.wire;

import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.View;
import io.fleetgram.bot.telegram.app.BotApi;
import io.fleetgram.bot.telegram.app.Delivery;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The Bot API through the library's client. */
public final class TelegramBotApi implements BotApi, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramBotApi.class);

    private final OkHttpClient http;
    private final OkHttpTelegramClient client;

    public TelegramBotApi(TelegramServer server) {
        http = HttpClients.calls(server);
        client = new OkHttpTelegramClient(http, server.token(), server.telegramUrl());
    }

    @Override
    public Delivery send(long chatId, View view, Manner manner) {
        return withMarkup(view, wanted -> {
            if (wanted.document().isPresent()) {
                return client.execute(Requests.document(chatId, wanted, manner)).getMessageId();
            }
            var message = wanted.picture().isPresent()
                    ? client.execute(Requests.photo(chatId, wanted, manner))
                    : client.execute(Requests.text(chatId, wanted, manner));
            return message.getMessageId();
        });
    }

    @Override
    public Delivery edit(long chatId, long messageId, View view) {
        return withMarkup(view, wanted -> {
            try {
                if (wanted.picture().isPresent()) {
                    client.execute(Requests.editedPhoto(chatId, messageId, wanted));
                } else {
                    client.execute(Requests.editedText(chatId, messageId, wanted));
                }
            } catch (TelegramApiException e) {
                if (!Deliveries.notModified(e)) {
                    throw e;
                }
            }
            return messageId;
        });
    }

    @Override
    public void retire(long chatId, long messageId) {
        bestEffort(() -> client.execute(EditMessageReplyMarkup.builder()
                .chatId(chatId)
                .messageId(Math.toIntExact(messageId))
                .build()));
    }

    @Override
    public boolean delete(long chatId, long messageId) {
        return bestEffort(() -> client.execute(new DeleteMessage(String.valueOf(chatId), Math.toIntExact(messageId))));
    }

    @Override
    public void answer(String callbackId) {
        bestEffort(() -> client.execute(new AnswerCallbackQuery(callbackId)));
    }

    @Override
    public boolean commands(Optional<Long> chatId, Optional<String> language, List<Command> commands) {
        var scope = chatId.map(id -> BotCommandScopeChat.builder().chatId(id).build());
        var list = commands.stream()
                .map(command -> new BotCommand(command.name(), command.description()))
                .toList();
        var request = SetMyCommands.builder()
                .commands(list)
                .scope(scope.isPresent() ? scope.get() : new BotCommandScopeDefault());
        language.ifPresent(request::languageCode);
        return bestEffort(() -> client.execute(request.build()));
    }

    @Override
    public void close() {
        HttpClients.close(http);
    }

    /** A call that returns the id of the message it made or changed. */
    private interface Sending {
        long send(View view) throws TelegramApiException;
    }

    /** Sends the words alone where Telegram does not take the markup: a faulty screen is better than none. */
    private static Delivery withMarkup(View view, Sending sending) {
        try {
            return new Delivery.Delivered(sending.send(view));
        } catch (TelegramApiException e) {
            if (!Deliveries.badMarkup(e)) {
                return Deliveries.of(e);
            }
            // Not the words: they may be a join command or a user's link.
            LOG.error(
                    "Telegram did not take the markup of a message of {} characters.",
                    view.text().markup().length(),
                    e);
        }
        try {
            var words = Html.text(view.text().stripped());
            return new Delivery.Delivered(sending.send(new View(words, view.rows(), view.picture(), view.document())));
        } catch (TelegramApiException e) {
            return Deliveries.of(e);
        }
    }

    /** A call whose failure costs nothing but the log line. */
    private interface Attempt {
        Object make() throws TelegramApiException;
    }

    private static boolean bestEffort(Attempt attempt) {
        try {
            attempt.make();
            return true;
        } catch (TelegramApiException e) {
            LOG.debug("Telegram did not do what may also be left undone.", e);
            return false;
        }
    }
}
