package io.fleetgram.bot.telegram.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fleetgram.bot.telegram.app.Incoming;
import io.fleetgram.bot.telegram.app.Person;
import io.fleetgram.bot.telegram.app.Place;
import io.fleetgram.bot.telegram.app.ReceivedUpdate;
import io.fleetgram.bot.telegram.app.UpdateReader;
import java.util.Optional;
import java.util.Set;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Reads the updates that the library understood, and writes them for the inbox. */
public final class TelegramUpdateReader implements UpdateReader {

    /** The library's classes need the second Jackson; Spring's own mapper does not know them. */
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> GONE = Set.of("kicked", "left");

    @Override
    public Incoming read(String body) {
        try {
            return incoming(JSON.readValue(body, Update.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an update in the inbox is not JSON", e);
        }
    }

    static ReceivedUpdate received(Update update) {
        try {
            var callback = Optional.ofNullable(update.getCallbackQuery());
            return new ReceivedUpdate(
                    update.getUpdateId(),
                    chat(update).map(Chat::getId).orElse(0L),
                    JSON.writeValueAsString(update),
                    callback.map(CallbackQuery::getId));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an update cannot be written as JSON", e);
        }
    }

    private static Optional<Chat> chat(Update update) {
        return Optional.ofNullable(update.getMessage())
                .map(Message::getChat)
                .or(() -> Optional.ofNullable(update.getCallbackQuery())
                        .map(CallbackQuery::getMessage)
                        .map(message -> message.getChat()))
                .or(() -> Optional.ofNullable(update.getMyChatMember()).map(ChatMemberUpdated::getChat));
    }

    private static Incoming incoming(Update update) {
        return Optional.ofNullable(update.getMessage())
                .flatMap(TelegramUpdateReader::typed)
                .or(() -> Optional.ofNullable(update.getCallbackQuery()).flatMap(TelegramUpdateReader::tap))
                .or(() -> Optional.ofNullable(update.getMyChatMember()).flatMap(TelegramUpdateReader::lost))
                .orElseGet(Incoming.Ignored::new);
    }

    private static Optional<Incoming> typed(Message message) {
        return message.getText() == null || message.getFrom() == null
                ? Optional.empty()
                : Optional.of(
                        new Incoming.Typed(place(message.getChat()), person(message.getFrom()), message.getText()));
    }

    private static Optional<Incoming> tap(CallbackQuery query) {
        return query.getMessage() == null || query.getData() == null
                ? Optional.empty()
                : Optional.of(new Incoming.Tap(
                        place(query.getMessage().getChat()),
                        person(query.getFrom()),
                        query.getMessage().getMessageId(),
                        query.getData()));
    }

    private static Optional<Incoming> lost(ChatMemberUpdated change) {
        return change.getNewChatMember() != null
                        && GONE.contains(change.getNewChatMember().getStatus())
                ? Optional.of(new Incoming.ChatLost(change.getChat().getId()))
                : Optional.empty();
    }

    private static Place place(Chat chat) {
        return new Place(chat.getId(), "private".equals(chat.getType()));
    }

    private static Person person(User user) {
        return new Person(user.getId(), Optional.ofNullable(user.getLanguageCode()));
    }
}
