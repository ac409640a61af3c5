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
            case Reply.Show(Address address) -> Turn.showing(painter.draw(visit, address)).called("done");
            case Reply.ShowWith(Address address, String line) ->
                Turn.showing(painter.drawWith(visit, address, Html.text(line))).called("done");
            case Reply.Present(View view) ->
                Turn.showing(new Outgoing.Screen(ViewLimits.fit(view), "", visit.below())).called("done");
            case Reply.Secret(View view, Address then) ->
                Turn.showing(painter.draw(visit.movedBelow(), then))
                        .after(new Outgoing.Secret(ViewLimits.fit(view)))
                        .called("done");
            case Reply.Refused(String why, Address back) ->
                Turn.showing(new Outgoing.Screen(refusal(visit, why, back), "", visit.below())).called("refused");
        };
    }

    private static View refusal(Visit visit, String why, Address back) {
        var texts = visit.texts();
        return View.of(Html.text(why))
                .row(
                        Button.to(texts.plain("kit.back"), back),
                        Button.to(texts.plain("kit.home"), Address.HOME));
    }
}
