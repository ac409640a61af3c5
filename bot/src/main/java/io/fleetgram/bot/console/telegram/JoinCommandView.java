package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.fleet.JoinCommand;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.telegram.View;

/** The message with a join command, to copy by one tap. */
final class JoinCommandView {

    private JoinCommandView() {}

    static View of(String nodeName, JoinCommand command, Texts texts) {
        var text = texts.html("console.join.command", Html.code(nodeName), texts.clock(command.expiresAt()))
                .plus(new Html("\n\n"))
                .plus(Html.code(command.text()));
        return View.of(text).row(new Button.Copy(texts.plain("console.join.copy"), command.text()));
    }
}
