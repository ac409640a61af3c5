package io.fleetgram.bot.telegram;

import io.fleetgram.bot.security.Capability;
import java.util.List;
import java.util.Map;

/** A dialog of two questions. */
record Rename(CounterScreens.Counter counter) implements Dialog {
    @Override
    public String name() {
        return "rename";
    }

    @Override
    public Capability needs() {
        return Capability.MANAGE_NODES;
    }

    @Override
    public String title(Texts texts) {
        return "Rename";
    }

    @Override
    public List<Step> steps() {
        return List.of(new Ask("name"), new Ask("value"));
    }

    @Override
    public Reply finish(Request request, Map<String, String> answers) {
        counter.change(request, "name = '" + answers.get("name") + "', value = " + answers.get("value"));
        return new Reply.Show(Address.HOME);
    }

    @Override
    public Address cancelled() {
        return Address.HOME;
    }

    @Override
    public List<String> commands() {
        return List.of("settings");
    }

    private record Ask(String key) implements Dialog.Step {
        @Override
        public String label(Texts texts) {
            return key;
        }

        @Override
        public Html question(Request request, Map<String, String> answers) {
            return Html.text("Which " + key + "?");
        }

        @Override
        public List<Dialog.Choice> choices(Request request, Map<String, String> answers) {
            return List.of(new Dialog.Choice("seven", "7"));
        }

        @Override
        public Dialog.Answer check(Request request, Map<String, String> answers, String input) {
            boolean right = input.matches(key.equals("name") ? "[a-z0-9]+" : "\\d+");
            return right
                    ? new Dialog.Answer.Accepted(input)
                    : new Dialog.Answer.Refused(Html.text("Not a " + key + ": " + input));
        }
    }
}
