package io.fleetgram.bot.telegram;

import io.fleetgram.bot.security.Capability;
import java.util.Optional;

/** Screens and acts that do something out of the ordinary. */
final class OddScreens {

    private OddScreens() {}

    record BrokenScreen() implements Screen {
        @Override
        public String name() {
            return "broken";
        }

        @Override
        public Capability needs() {
            return Capability.VIEW_FLEET;
        }

        @Override
        public View show(Request request) {
            throw new IllegalStateException("this screen is broken on purpose");
        }
    }

    record PictureScreen() implements Screen {
        @Override
        public String name() {
            return "picture";
        }

        @Override
        public Capability needs() {
            return Capability.VIEW_FLEET;
        }

        @Override
        public View show(Request request) {
            return View.of(Html.text("a picture")).with(new View.Picture("dot.png", new byte[] {1, 2, 3}));
        }
    }

    record Refuse() implements Act {
        @Override
        public String name() {
            return "refuse";
        }

        @Override
        public Capability needs() {
            return Capability.MANAGE_NODES;
        }

        @Override
        public Reply perform(Request request) {
            return request.argument(0).isEmpty()
                    ? new Reply.Refused("Not <now>: try later.", Address.HOME)
                    : new Reply.Present(View.of(Html.text("presented " + request.argument(0))));
        }
    }

    record Reveal() implements Act {
        @Override
        public String name() {
            return "reveal";
        }

        @Override
        public Capability needs() {
            return Capability.MANAGE_NODES;
        }

        @Override
        public Reply perform(Request request) {
            return new Reply.Secret(View.of(Html.text("swordfish")), Address.HOME);
        }
    }

    /**
     * Sets the counter to zero after a question. The first time that a yes is looked at, somebody else changes the counter
     * right after the look.
     */
    static final class Overtaken implements Act {

        private final CounterScreens.Counter counter;
        private int asked;

        Overtaken(CounterScreens.Counter counter) {
            this.counter = counter;
        }

        @Override
        public String name() {
            return "overtaken";
        }

        @Override
        public Capability needs() {
            return Capability.MANAGE_NODES;
        }

        @Override
        public Optional<Confirmation> confirm(Request request) {
            var question = new Confirmation(
                    Html.text("Really zero " + counter.value() + "?"), "Zero it", counter.version(), Address.HOME);
            if (++asked == 2) {
                counter.jdbc()
                        .sql("UPDATE counter SET value = 5, version = version + 1")
                        .update();
            }
            return Optional.of(question);
        }

        @Override
        public Reply perform(Request request) {
            counter.change(request, "value = 0");
            return new Reply.ShowWith(Address.HOME, "Zeroed.");
        }
    }

    /** Makes its change and then fails, as if the controller had died before it could answer. */
    record HalfDone(CounterScreens.Counter counter) implements Act {
        @Override
        public String name() {
            return "halfdone";
        }

        @Override
        public Capability needs() {
            return Capability.MANAGE_NODES;
        }

        @Override
        public Reply perform(Request request) {
            counter.change(request, "value = value + 1");
            throw new IllegalStateException("died after the commit, on purpose");
        }
    }
}
