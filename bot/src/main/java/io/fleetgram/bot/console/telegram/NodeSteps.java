package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.NodeRules;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.telegram.Dialog.Answer;
import io.fleetgram.bot.telegram.Dialog.Choice;
import io.fleetgram.bot.telegram.Dialog.Step;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Texts;
import java.net.IDN;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;

/** The questions that a new node needs answered. */
final class NodeSteps {

    static final String NAME = "name";
    static final String ADDRESS = "address";
    static final String REGION = "region";
    static final String WEIGHT = "weight";
    static final String CAPACITY = "capacity";

    /** The answer of somebody who wants to give none. */
    static final String NONE = "–";

    private NodeSteps() {}

    /** What all questions have in common: their words come under their key. */
    sealed interface Worded extends Step {

        @Override
        default String label(Texts texts) {
            return texts.plain("console.node.add." + key());
        }

        @Override
        default Html question(Request request, Map<String, String> answers) {
            return request.texts().html("console.node.add." + key() + ".question");
        }

        default Answer answer(Request request, Optional<String> fault, String value) {
            return fault.isPresent()
                    ? new Answer.Refused(request.texts().html("console.node.add." + key() + ".fault"))
                    : new Answer.Accepted(value);
        }
    }

    record Name(Nodes nodes) implements Worded {

        @Override
        public String key() {
            return NAME;
        }

        @Override
        public Answer check(Request request, Map<String, String> answers, String input) {
            if (nodes.findByName(input).isPresent()) {
                return new Answer.Refused(request.texts().html("console.node.name-taken", Html.code(input)));
            }
            return answer(request, NodeRules.faultInName(input), input);
        }
    }

    record PublicAddress() implements Worded {

        @Override
        public String key() {
            return ADDRESS;
        }

        @Override
        public Answer check(Request request, Map<String, String> answers, String input) {
            var ascii = punycode(input);
            return answer(request, NodeRules.faultInAddress(ascii), ascii);
        }

        /** A domain may be typed in any script; what has no ASCII form stays as it is, and is refused then. */
        private static String punycode(String typed) {
            try {
                return typed.contains(":") ? typed : IDN.toASCII(typed);
            } catch (IllegalArgumentException noDomain) {
                return typed;
            }
        }
    }

    record Region() implements Worded {

        @Override
        public String key() {
            return REGION;
        }

        @Override
        public List<Choice> choices(Request request, Map<String, String> answers) {
            return List.of(new Choice(request.texts().plain("console.node.add.none"), NONE));
        }

        @Override
        public Answer check(Request request, Map<String, String> answers, String input) {
            return answer(request, NodeRules.faultInRegion(input), input);
        }
    }

    record Weight() implements Worded {

        private static final List<Integer> USUAL = List.of(NodeProfile.USUAL_WEIGHT, 50, 200);

        @Override
        public String key() {
            return WEIGHT;
        }

        @Override
        public List<Choice> choices(Request request, Map<String, String> answers) {
            return USUAL.stream()
                    .map(String::valueOf)
                    .map(weight -> new Choice(weight, weight))
                    .toList();
        }

        @Override
        public Answer check(Request request, Map<String, String> answers, String input) {
            return answer(request, faultInNumber(input, NodeRules::faultInWeight), input);
        }
    }

    record Capacity() implements Worded {

        @Override
        public String key() {
            return CAPACITY;
        }

        @Override
        public List<Choice> choices(Request request, Map<String, String> answers) {
            return List.of(
                    new Choice(request.texts().plain("console.node.add.no-limit"), NONE),
                    new Choice("100", "100"),
                    new Choice("1000", "1000"));
        }

        @Override
        public Answer check(Request request, Map<String, String> answers, String input) {
            return input.equals(NONE)
                    ? new Answer.Accepted(NONE)
                    : answer(request, faultInNumber(input, NodeRules::faultInCapacity), input);
        }
    }

    private static Optional<String> faultInNumber(String typed, IntFunction<Optional<String>> rule) {
        return typed.matches("\\d{1,7}") ? rule.apply(Integer.parseInt(typed)) : Optional.of("no whole number");
    }
}
