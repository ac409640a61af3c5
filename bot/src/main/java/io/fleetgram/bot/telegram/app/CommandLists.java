package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.security.Operators;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells clients which commands to offer: to everybody the public ones, to each operator what they may use. */
final class CommandLists {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLists.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);

    /** A list that Telegram does not take is offered again after 1, 2, 4 … 256 looks: it may be away, or the chat gone. */
    private static final int LONGEST_GAP = 8;

    /** Whose list in which language; without a chat, everybody's. */
    private record Whose(Optional<Long> chatId, Optional<String> language) {}

    private final BotApi api;
    private final CommandMenu menu;
    private final Languages languages;
    private final Operators operators;
    private final Chats chats;
    private final Map<Whose, Integer> failures = new HashMap<>();
    private final Set<Whose> published = new HashSet<>();
    private int looks;

    CommandLists(BotApi api, CommandMenu menu, Languages languages, Operators operators, Chats chats) {
        this.api = api;
        this.menu = menu;
        this.languages = languages;
        this.operators = operators;
        this.chats = chats;
    }

    /** Publishes in the background, for operators who come later too, until it is closed. */
    AutoCloseable publish() {
        var thread = Thread.ofVirtual().name("command-lists").start(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    publishMissing();
                    new Bell().await(BETWEEN_LOOKS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return thread::interrupt;
    }

    private void publishMissing() {
        looks++;
        try {
            languages.spoken().forEach(this::publishMissing);
        } catch (RuntimeException e) {
            LOG.debug("The lists of commands could not be published yet.", e);
        }
    }

    /** The first language is also everybody's who has none of ours. */
    private void publishMissing(Locale locale) {
        var language = Optional.of(locale.getLanguage());
        var texts = languages.of(language, Optional.empty());
        var scope = locale.equals(languages.spoken().getFirst()) ? Optional.<String>empty() : language;
        offer(new Whose(Optional.empty(), scope), menu.ofStrangers(texts));
        for (var chat : chats.withPersons()) {
            chat.personId()
                    .flatMap(operators::find)
                    .ifPresent(operator -> offer(new Whose(Optional.of(chat.id()), scope), menu.of(operator, texts)));
        }
    }

    private void offer(Whose whose, List<BotApi.Command> list) {
        int gap = 1 << Math.min(failures.getOrDefault(whose, 0), LONGEST_GAP);
        if (published.contains(whose) || looks % gap != 0) {
            return;
        }
        if (api.commands(whose.chatId(), whose.language(), list)) {
            published.add(whose);
        } else {
            failures.merge(whose, 1, Integer::sum);
        }
    }
}
