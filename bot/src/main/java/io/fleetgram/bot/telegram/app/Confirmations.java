package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.telegram.Act;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.View;
import io.fleetgram.bot.telegram.app.ConfirmationTokens.Allowed;
import io.fleetgram.bot.telegram.app.Turn.TokenMove;
import java.time.Duration;

/** Does acts, and asks first where an act wants that. What was not asked of this person, just now, is not done. */
final class Confirmations {

    /** How long a question stands. */
    static final Duration STANDS = Duration.ofMinutes(5);

    private final Gate gate;
    private final ConfirmationTokens tokens;
    private final Replies replies;
    private final Painter painter;
    private final RandomKeys keys;

    Confirmations(Gate gate, ConfirmationTokens tokens, Replies replies, Painter painter, RandomKeys keys) {
        this.gate = gate;
        this.tokens = tokens;
        this.replies = replies;
        this.painter = painter;
        this.keys = keys;
    }

    /** A tap on an act's button. */
    Turn tapped(Visit visit, Act act, Address address, Once once) {
        var request = visit.request(address);
        return act.confirm(request)
                .map(confirmation -> ask(visit, address, confirmation))
                .orElseGet(() -> replies.turn(visit, once.change(() -> {}, () -> act.perform(request))));
    }

    /** A tap on the button that agrees. */
    Turn agreed(Visit visit, String token, Once once) {
        var allowed = tokens.find(token, visit.now());
        return allowed.filter(given -> given.personId() == visit.personId())
                .flatMap(given -> gate.act(visit.operator(), given.act().name())
                        .map(act -> agreed(visit, token, given, act, once)))
                .orElseGet(() -> Turn.showing(
                                painter.redrawWith(visit, visit.texts().html("kit.confirmation.stale")))
                        .called("stale confirmation"));
    }

    private Turn agreed(Visit visit, String token, Allowed allowed, Act act, Once once) {
        var address = allowed.act();
        var request = visit.request(address);
        try {
            compare(act, request, allowed);
            var reply = once.change(
                    () -> compare(act, request, allowed),
                    () -> tokens.use(token, visit.now()),
                    () -> act.perform(request));
            return replies.turn(visit, reply).with(new TokenMove.Use(token));
        } catch (MovedOn moved) {
            return ask(visit, address, moved.question);
        }
    }

    /** Before the change, so that what moved on long ago costs no lock; and in it, where nobody can come in between. */
    private static void compare(Act act, Request request, Allowed allowed) {
        act.confirm(request)
                .filter(question -> question.rowVersion() != allowed.rowVersion())
                .ifPresent(question -> {
                    throw new MovedOn(question);
                });
    }

    /** What was agreed to is not there any more; what is there instead must be asked about. */
    private static final class MovedOn extends RuntimeException {

        private final transient Act.Confirmation question;

        private MovedOn(Act.Confirmation question) {
            super("the thing acted on has changed", null, false, false);
            this.question = question;
        }
    }

    private Turn ask(Visit visit, Address address, Act.Confirmation confirmation) {
        var token = keys.token();
        var view = View.of(confirmation.question())
                .row(
                        Button.danger(confirmation.yes(), KitAddress.agree(token)),
                        Button.to(visit.texts().plain("kit.cancel"), confirmation.back()));
        return Turn.showing(new Outgoing.Screen(ViewLimits.fit(view), "", visit.below()))
                .with(new TokenMove.Give(token, new Allowed(visit.personId(), address, confirmation.rowVersion())))
                .called("asked");
    }
}
