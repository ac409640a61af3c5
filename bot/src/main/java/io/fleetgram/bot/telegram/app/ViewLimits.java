package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.View;

/**
 * Keeps a view within what Telegram takes: 4096 characters of text, 1024 beside a picture, counted after markup is taken
 * away (Bot API, sendMessage and sendPhoto). What is over is cut off at the end of a line, so markup must not span lines.
 */
final class ViewLimits {

    private static final int TEXT = 4096;
    private static final int CAPTION = 1024;
    private static final String CUT = "\n…";

    private ViewLimits() {}

    static View fit(View view) {
        int limit = view.picture().isPresent() || view.document().isPresent() ? CAPTION : TEXT;
        if (view.text().stripped().length() <= limit) {
            return view;
        }
        var kept = new StringBuilder();
        int length = CUT.length();
        for (var line : view.text().markup().split("\n")) {
            length += new Html(line).stripped().length() + 1;
            if (length > limit) {
                break;
            }
            kept.append(kept.isEmpty() ? "" : "\n").append(line);
        }
        return new View(new Html(kept + CUT), view.rows(), view.picture(), view.document());
    }
}
