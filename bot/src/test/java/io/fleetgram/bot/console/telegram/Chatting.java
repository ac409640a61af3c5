package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.console.ConsoleParts;
import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.security.Operator;
import io.fleetgram.bot.telegram.Act;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Dialog;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.telegram.View;
import io.fleetgram.bot.telegram.texts.BundleFiles;
import io.fleetgram.bot.telegram.texts.TextBundles;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An operator's taps, straight to the screens, acts and dialogs that they lead to. */
final class Chatting {

    private static final Texts ENGLISH = new TextBundles(BundleFiles.read(), InstantSource.fixed(ConsoleParts.NOW))
            .of(Optional.of("en"), Optional.of("Europe/Berlin"));

    private final TestController controller;
    private final Set<Capability> capabilities;

    Chatting(TestController controller) {
        this(controller, EnumSet.allOf(Capability.class));
    }

    Chatting(TestController controller, Set<Capability> capabilities) {
        this.controller = controller;
        this.capabilities = capabilities;
    }

    View show(Address address) {
        return screen(address).show(request(address));
    }

    Optional<Address> typedOn(String screen, String text) {
        var address = Address.of(screen);
        return screen(address).typed(request(address), text);
    }

    private Screen screen(Address address) {
        return named(controller.all(Screen.class).stream()
                .filter(screen -> screen.name().equals(address.name()))
                .toList());
    }

    View show(String address) {
        return show(Address.parse(address));
    }

    Optional<Act.Confirmation> ask(String address) {
        return act(address).confirm(request(Address.parse(address)));
    }

    Reply agree(String address) {
        return act(address).perform(request(Address.parse(address)));
    }

    /** Answers a dialog's questions in their order; whatever is refused fails the test. */
    Reply answer(String dialogName, String... inputs) {
        var dialog = dialog(dialogName);
        var request = request(Address.of(dialogName));
        var answers = new LinkedHashMap<String, String>();
        var left = List.of(inputs).iterator();
        for (var step : dialog.steps()) {
            switch (step.check(request, answers, left.next())) {
                case Dialog.Answer.Accepted accepted -> answers.put(step.key(), accepted.value());
                case Dialog.Answer.Refused refused ->
                    throw new AssertionError(step.key() + " refused: " + refused.why());
            }
        }
        return dialog.finish(request, answers);
    }

    Dialog.Answer check(String dialogName, String stepKey, String input) {
        return step(dialogName, stepKey).check(request(Address.of(dialogName)), Map.of(), input);
    }

    Dialog.Step step(String dialogName, String stepKey) {
        return named(dialog(dialogName).steps().stream()
                .filter(step -> step.key().equals(stepKey))
                .toList());
    }

    Dialog dialog(String name) {
        return named(controller.all(Dialog.class).stream()
                .filter(dialog -> dialog.name().equals(name))
                .toList());
    }

    /** Returns the names of all screens, acts and dialogs. */
    Set<String> names() {
        var names = new HashSet<String>();
        controller.all(Screen.class).forEach(screen -> names.add(screen.name()));
        controller.all(Act.class).forEach(act -> names.add(act.name()));
        controller.all(Dialog.class).forEach(dialog -> names.add(dialog.name()));
        return names;
    }

    Request request(Address address) {
        return new Request(
                new Operator(7, capabilities),
                address,
                ENGLISH,
                new AuditEntry.Actor.OperatorActor(7, 7),
                new TraceId("trace"));
    }

    private Act act(String address) {
        var name = Address.parse(address).name();
        return named(controller.all(Act.class).stream()
                .filter(act -> act.name().equals(name))
                .toList());
    }

    private static <T> T named(List<T> found) {
        if (found.size() != 1) {
            throw new AssertionError("not exactly one has this name: " + found);
        }
        return found.getFirst();
    }
}
