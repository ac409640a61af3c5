package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.console.app.AddNode;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Dialog;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks what a new node is called and where it is reached; ends with its join command. */
@Component
final class AddNodeDialog implements Dialog {

    static final String NAME = "nodeadd";

    private final AddNode addNode;
    private final Nodes nodes;
    private final JoinCommands joinCommands;

    AddNodeDialog(AddNode addNode, Nodes nodes, JoinCommands joinCommands) {
        this.addNode = addNode;
        this.nodes = nodes;
        this.joinCommands = joinCommands;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capability needs() {
        return Capability.MANAGE_NODES;
    }

    @Override
    public String title(Texts texts) {
        return texts.plain("console.node.add");
    }

    @Override
    public List<Step> steps() {
        return List.of(
                new NodeSteps.Name(nodes),
                new NodeSteps.PublicAddress(),
                new NodeSteps.Region(),
                new NodeSteps.Weight(),
                new NodeSteps.Capacity());
    }

    @Override
    public Reply finish(Request request, Map<String, String> answers) {
        if (joinCommands.kinds().isEmpty()) {
            return new Reply.Refused(request.texts().plain("console.join.no-endpoint"), Places.NODES);
        }
        var profile = new NodeProfile(
                answers.getOrDefault(NodeSteps.NAME, ""),
                answers.getOrDefault(NodeSteps.ADDRESS, ""),
                given(answers, NodeSteps.REGION),
                Optional.empty(),
                given(answers, NodeSteps.WEIGHT).map(Integer::parseInt).orElse(NodeProfile.USUAL_WEIGHT),
                given(answers, NodeSteps.CAPACITY)
                        .map(capacity -> OptionalInt.of(Integer.parseInt(capacity)))
                        .orElseGet(OptionalInt::empty),
                Optional.empty(),
                Set.of());
        return switch (addNode.add(request.actor(), profile)) {
            case AddNode.Outcome.Added added ->
                new Reply.Secret(
                        JoinCommandView.of(profile.name(), added.command(), request.texts()),
                        Places.joining(added.key()));
            case AddNode.Outcome.NameTaken taken ->
                new Reply.Refused(request.texts().plain("console.node.name-taken", taken.name()), Places.ADD_NODE);
        };
    }

    @Override
    public Address cancelled() {
        return Places.NODES;
    }

    private static Optional<String> given(Map<String, String> answers, String key) {
        return Optional.ofNullable(answers.get(key)).filter(answer -> !answer.equals(NodeSteps.NONE));
    }
}
