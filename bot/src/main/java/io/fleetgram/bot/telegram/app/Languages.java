package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the words for a reader. */
public interface Languages {

    /**
     * Returns the words for a reader.
     *
     * @param language as Telegram or the reader named it, such as {@code pt-br}; what is not spoken becomes English
     * @param zone an IANA name; what is missing or unknown becomes UTC
     */
    Texts of(Optional<String> language, Optional<String> zone);

    /** Every language that is spoken, English first. */
    List<Locale> spoken();
}
