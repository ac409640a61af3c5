package io.fleetgram.bot.telegram.texts;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The words of one language, with numbers as ICU writes them there. */
record ReaderTexts(TextBundles bundles, Locale locale, ZoneId zone, InstantSource time) implements Texts {

    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    @Override
    public Html html(String key, Object... arguments) {
        return new Html(
                format(key, arguments, value -> value instanceof Html html ? html : Html.text(String.valueOf(value))));
    }

    @Override
    public String plain(String key, Object... arguments) {
        return format(key, arguments, value -> value instanceof Html html ? html.stripped() : value);
    }

    private String format(String key, Object[] arguments, Function<Object, Object> escape) {
        var ready = Arrays.stream(arguments)
                .map(value -> value instanceof Number ? value : String.valueOf(escape.apply(value)))
                .toArray();
        return new MessageFormat(bundles.pattern(locale, key), ULocale.forLocale(locale)).format(ready);
    }

    @Override
    public String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (Math.abs(value) >= 1024 && unit < UNITS.size() - 1) {
            value /= 1024;
            unit++;
        }
        var number = NumberFormat.getNumberInstance(ULocale.forLocale(locale));
        number.setMaximumFractionDigits(Math.abs(value) < 100 ? 1 : 0);
        return number.format(value) + " " + UNITS.get(unit);
    }

    @Override
    public String rate(long bytesPerSecond) {
        return bytes(bytesPerSecond) + "/s";
    }

    @Override
    public String ago(Instant then) {
        var since = Duration.between(then, time.instant());
        if (since.toSeconds() < 5) {
            return plain("kit.ago.now");
        }
        if (since.toMinutes() < 1) {
            return plain("kit.ago.seconds", since.toSeconds());
        }
        if (since.toHours() < 1) {
            return plain("kit.ago.minutes", since.toMinutes());
        }
        return since.toDays() < 1 ? plain("kit.ago.hours", since.toHours()) : plain("kit.ago.days", since.toDays());
    }

    @Override
    public String clock(Instant then) {
        return CLOCK.format(then.atZone(zone));
    }

    @Override
    public String moment(Instant then) {
        return MOMENT.format(then.atZone(zone));
    }
}
