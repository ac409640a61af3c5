package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.security.Operators;
import io.fleetgram.bot.telegram.Messages;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.telegram.View;
import java.time.InstantSource;
import java.util.function.Function;

/** Puts messages into the outbox, each in its reader's language. */
public final class OperatorMessages implements Messages {

    private final Transactions transactions;
    private final Operators operators;
    private final Chats chats;
    private final Outbox outbox;
    private final Languages languages;
    private final InstantSource time;
    private final Bell waiting;

    public OperatorMessages(ChatStore store, Operators operators, Languages languages, InstantSource time) {
        transactions = store.transactions();
        this.operators = operators;
        chats = store.chats();
        outbox = store.outbox();
        this.languages = languages;
        this.time = time;
        waiting = store.waiting();
    }

    @Override
    public void toOperators(Kind kind, Capability capability, Function<Texts, View> message) {
        transactions.run(() -> chats.withPersons().stream()
                .filter(chat -> chat.personId()
                        .flatMap(operators::find)
                        .filter(operator -> operator.may(capability))
                        .isPresent())
                .forEach(chat -> put(kind, chat, message)));
    }

    @Override
    public void toChat(Kind kind, long chatId, Function<Texts, View> message) {
        transactions.run(() -> put(kind, chats.find(chatId).orElseGet(() -> Chat.unseen(chatId)), message));
    }

    private void put(Kind kind, Chat chat, Function<Texts, View> message) {
        var view = ViewLimits.fit(message.apply(languages.of(chat.language(), chat.zone())));
        var outgoing = switch (kind) {
            case ALERT -> new Outgoing.Alert(view);
            case NOTICE -> new Outgoing.Notice(view);
            case REPORT -> new Outgoing.Report(view);
        };
        outbox.put(chat.id(), outgoing, time.instant());
        transactions.afterCommit(waiting::ring);
    }
}
