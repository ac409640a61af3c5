package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.View;

/** Turns what an act or a dialog answered into messages. */
final class Replies {

    private final Painter painter;

    Replies(Painter painter) {
        this.painter = painter;
    }

    Turn turn(Visit visit, Reply reply) {
        return switch (reply) {
            case Reply.Show show ->
                Turn.showing(painter.draw(visit, show.address())).called("done");
            case Reply.ShowWith show ->
                Turn.showing(painter.drawWith(visit, show.address(), Html.text(show.line())))
                        .called("done");
            case Reply.Present present ->
                Turn.showing(new Outgoing.Screen(ViewLimits.fit(present.view()), "", visit.below()))
                        .called("done");
            case Reply.Secret secret ->
                Turn.showing(painter.draw(visit.movedBelow(), secret.then()))
                        .after(new Outgoing.Secret(ViewLimits.fit(secret.view())))
                        .called("done");
            case Reply.File file ->
                Turn.showing(painter.draw(visit.movedBelow(), file.then()))
                        .after(new Outgoing.Report(ViewLimits.fit(file.view())))
                        .called("done");
            case Reply.Refused refused ->
                Turn.showing(new Outgoing.Screen(refusal(visit, refused.why(), refused.back()), "", visit.below()))
                        .called("refused");
        };
    }

    private static View refusal(Visit visit, String why, Address back) {
        var texts = visit.texts();
        return View.of(Html.text(why))
                .row(Button.to(texts.plain("kit.back"), back), Button.to(texts.plain("kit.home"), Address.HOME));
    }
}
