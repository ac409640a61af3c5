package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.View;

/** The commands that a person may use. */
final class HelpView {

    private final CommandMenu menu;

    HelpView(CommandMenu menu) {
        this.menu = menu;
    }

    View of(Visit visit) {
        var text = visit.texts().html("kit.help.title");
        for (var command : menu.of(visit.operator(), visit.texts())) {
            text = text.plus(Html.text("\n/" + command.name() + " – " + command.description()));
        }
        return View.of(text).row(Button.to(visit.texts().plain("kit.home"), Address.HOME));
    }
}
