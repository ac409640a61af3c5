package io.fleetgram.bench;

import java.util.List;
import java.util.Locale;

/** The result as people read it. */
final class Table {

    private static final String ROW = "%-24s %16s  %-52s %6s  %-18s %-6s %6s%n";
    private static final double ROUNDED_FROM = 100;

    private Table() {}

    static String of(List<Measurement> measurements) {
        var table = new StringBuilder(ROW.formatted("benchmark", "value", "against", "ratio", "aim", "met", "rounds"));
        for (var one : measurements) {
            table.append(ROW.formatted(
                    one.name(),
                    number(one.value()) + " " + one.unit(),
                    against(one),
                    one.ratio().map(Table::number).orElse(""),
                    aim(one),
                    one.met().map(met -> met ? "yes" : "MISSED").orElse(""),
                    one.rounds()));
        }
        return table.toString();
    }

    /** The same as a table of Markdown, for a page of documentation. */
    static String markdown(List<Measurement> measurements) {
        var table =
                new StringBuilder("| benchmark | value | against | ratio | aim | met |\n|---|---|---|---|---|---|\n");
        for (var one : measurements) {
            table.append("| `%s` | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            one.name(),
                            number(one.value()) + " " + one.unit(),
                            against(one),
                            one.ratio().map(Table::number).orElse(""),
                            aim(one),
                            one.met().map(met -> met ? "yes" : "**missed**").orElse("")));
        }
        return table.toString();
    }

    /** The other way and its value, or nothing. */
    static String against(Measurement one) {
        return one.against()
                .map(other -> "%s: %s %s".formatted(other.what(), number(other.value()), one.unit()))
                .orElse("");
    }

    /** The aim in words, or nothing. */
    static String aim(Measurement one) {
        return one.aim()
                .map(aim -> switch (aim.of()) {
                    case VALUE_AT_MOST -> "at most %s %s".formatted(number(aim.limit()), one.unit());
                    case RATIO_AT_LEAST -> "ratio at least %s".formatted(number(aim.limit()));
                    case RATIO_AT_MOST -> "ratio at most %s".formatted(number(aim.limit()));
                })
                .orElse("");
    }

    private static String number(double value) {
        return value >= ROUNDED_FROM
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.format(Locale.ROOT, "%.2f", value).replaceFirst("\\.?0+$", "");
    }
}
