package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Dialog;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.app.Turn.DialogMove;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Leads a person through a dialog, one question at a time. */
final class Dialogs {

    private final Gate gate;
    private final DialogStates states;
    private final Painter painter;
    private final Replies replies;

    Dialogs(Gate gate, DialogStates states, Painter painter, Replies replies) {
        this.gate = gate;
        this.states = states;
        this.painter = painter;
        this.replies = replies;
    }

    /** Starts a dialog; one that was in the middle is given up. */
    Turn begin(Visit visit, Dialog dialog, Address address, Once once) {
        return goOn(visit, dialog, address, Map.of(), once);
    }

    /** A text that was typed; empty if the person is in no dialog that they may go on with. */
    Optional<Turn> typed(Visit visit, String text, Once once) {
        return open(visit).map(open -> answer(visit, open, text.strip(), once));
    }

    /** A tap on one of a question's choices. */
    Turn said(Visit visit, String stepKey, String digest, Once once) {
        return open(visit)
                .filter(open -> open.state().step().equals(stepKey))
                .flatMap(
                        open -> open.step().choices(open.request(), open.steps().answers()).stream()
                                .map(Dialog.Choice::value)
                                .filter(value -> KitAddress.digest(value).equals(digest))
                                .findFirst()
                                .map(value -> answer(visit, open, value, once)))
                .orElseGet(() -> stale(visit));
    }

    /** A tap on Back under the question of a step. */
    Turn back(Visit visit, String stepKey) {
        return open(visit)
                .filter(open -> open.state().step().equals(stepKey))
                .flatMap(open -> open.steps().before(open.step()).map(before -> {
                    var answers = new LinkedHashMap<>(open.steps().answers());
                    answers.remove(before.key());
                    answers.remove(stepKey);
                    return ask(visit, open.dialog(), open.state().started(), before, answers, Optional.empty());
                }))
                .orElseGet(() -> stale(visit));
    }

    Turn cancel(Visit visit) {
        var leadsTo = open(visit).map(open -> open.dialog().cancelled()).orElse(Address.HOME);
        return Turn.showing(painter.draw(visit, leadsTo)).called("cancelled");
    }

    private Turn answer(Visit visit, Open open, String input, Once once) {
        return switch (open.step().check(open.request(), open.steps().answers(), input)) {
            case Dialog.Answer.Refused refused ->
                ask(
                        visit,
                        open.dialog(),
                        open.state().started(),
                        open.step(),
                        open.steps().answers(),
                        Optional.of(refused.why()));
            case Dialog.Answer.Accepted accepted -> {
                var answers = new LinkedHashMap<>(open.steps().answers());
                answers.put(open.step().key(), accepted.value());
                yield goOn(visit, open.dialog(), open.state().started(), answers, once);
            }
        };
    }

    private Turn goOn(Visit visit, Dialog dialog, Address started, Map<String, String> given, Once once) {
        var steps = DialogSteps.of(dialog, given);
        return steps.next()
                .map(step -> ask(visit, dialog, started, step, steps.answers(), Optional.empty()))
                .orElseGet(() -> {
                    var reply = once.change(
                            () -> states.drop(visit.chat().id(), visit.personId()),
                            () -> dialog.finish(visit.request(started), steps.answers()));
                    return replies.turn(visit, reply);
                });
    }

    private Turn ask(
            Visit visit,
            Dialog dialog,
            Address started,
            Dialog.Step step,
            Map<String, String> answers,
            Optional<Html> wrong) {
        var view = QuestionView.of(visit.request(started), dialog, DialogSteps.of(dialog, answers), step, wrong);
        return Turn.showing(new Outgoing.Screen(ViewLimits.fit(view), "", visit.below()))
                .with(new DialogMove.Put(new DialogState(started, step.key(), answers)))
                .called(wrong.isPresent() ? "asked again" : "asked");
    }

    private Turn stale(Visit visit) {
        return Turn.showing(painter.redrawWith(visit, visit.texts().html("kit.dialog.stale")))
                .with(new DialogMove.Keep())
                .called("stale answer");
    }

    private Optional<Open> open(Visit visit) {
        return states.find(visit.chat().id(), visit.personId())
                .flatMap(state -> gate.dialog(visit.operator(), state.started().name())
                        .flatMap(dialog -> open(visit, state, dialog)));
    }

    /** A step that a newer version of the dialog no longer has is asked as whatever comes next. */
    private static Optional<Open> open(Visit visit, DialogState state, Dialog dialog) {
        var steps = DialogSteps.of(dialog, state.answers());
        return steps.find(state.step())
                .or(steps::next)
                .map(step -> new Open(dialog, state, steps, step, visit.request(state.started())));
    }

    /** A dialog that waits for an answer. */
    private record Open(Dialog dialog, DialogState state, DialogSteps steps, Dialog.Step step, Request request) {}
}
