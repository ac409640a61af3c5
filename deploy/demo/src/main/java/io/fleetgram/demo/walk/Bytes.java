package io.fleetgram.demo.walk;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** Amounts as the chat writes them in English: binary units, one digit after the point below 100. */
public final class Bytes {

    private static final List<String> UNITS = List.of("B", "KiB", "MiB", "GiB", "TiB");
    private static final int STEP = 1024;

    private Bytes() {}

    public static String shown(long bytes) {
        double value = bytes;
        var unit = 0;
        while (value >= STEP && unit < UNITS.size() - 1) {
            value /= STEP;
            unit++;
        }
        var pattern = value < 100 ? "#,##0.#" : "#,##0";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(value) + " "
                + UNITS.get(unit);
    }
}
