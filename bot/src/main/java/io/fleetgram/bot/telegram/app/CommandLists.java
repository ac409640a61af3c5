package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.security.Operators;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells clients which commands to offer: to everybody the public ones, to each operator what they may use. */
final class CommandLists {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLists.class);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(30);

    private final BotApi api;
    private final CommandMenu menu;
    private final Languages languages;
    private final Operators operators;
    private final Chats chats;

    CommandLists(BotApi api, CommandMenu menu, Languages languages, Operators operators, Chats chats) {
        this.api = api;
        this.menu = menu;
        this.languages = languages;
        this.operators = operators;
        this.chats = chats;
    }

    /** Publishes in the background, and again until Telegram has taken everything; closing gives up. */
    AutoCloseable publish() {
        var thread = Thread.ofVirtual().name("command-lists").start(() -> {
            try {
                while (!published()) {
                    new Bell().await(BETWEEN_TRIES);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return thread::interrupt;
    }

    private boolean published() {
        try {
            boolean all = true;
            for (var locale : languages.spoken()) {
                all &= publish(locale);
            }
            return all;
        } catch (RuntimeException e) {
            LOG.warn("The lists of commands could not be published yet.", e);
            return false;
        }
    }

    /** The first language is also everybody's who has none of ours. */
    private boolean publish(Locale locale) {
        var language = Optional.of(locale.getLanguage());
        var texts = languages.of(language, Optional.empty());
        var scope = locale.equals(languages.spoken().getFirst()) ? Optional.<String>empty() : language;
        boolean all = api.commands(Optional.empty(), scope, menu.ofStrangers(texts));
        for (var chat : chats.withPersons()) {
            all &= chat.personId()
                    .flatMap(operators::find)
                    .map(operator -> api.commands(Optional.of(chat.id()), scope, menu.of(operator, texts)))
                    .orElse(Boolean.TRUE);
        }
        return all;
    }
}
