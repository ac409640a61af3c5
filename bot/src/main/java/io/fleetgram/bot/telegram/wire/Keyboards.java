package io.fleetgram.bot.telegram.wire;

import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.View;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.CopyTextButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** The buttons of a view as the Bot API takes them. */
final class Keyboards {

    private Keyboards() {}

    static @Nullable InlineKeyboardMarkup of(View view) {
        return view.rows().isEmpty()
                ? null
                : new InlineKeyboardMarkup(view.rows().stream()
                        .map(row -> new InlineKeyboardRow(
                                row.stream().map(Keyboards::button).toList()))
                        .toList());
    }

    private static InlineKeyboardButton button(Button button) {
        var made = InlineKeyboardButton.builder().text(button.label());
        switch (button) {
            case Button.Go go -> {
                made.callbackData(go.to().text());
                switch (go.style()) {
                    case PLAIN -> {}
                    case PRIMARY -> made.style("primary");
                    case SUCCESS -> made.style("success");
                    case DANGER -> made.style("danger");
                }
            }
            case Button.Copy copy -> made.copyText(new CopyTextButton(copy.text()));
            case Button.Link link -> made.url(link.url());
        }
        return made.build();
    }
}
