package io.fleetgram.bot.fleet.telegram;

import io.fleetgram.bot.fleet.CommandKey;
import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeCommand;
import io.fleetgram.bot.fleet.NodeCommandState;
import io.fleetgram.bot.fleet.NodeCommands;
import io.fleetgram.bot.fleet.NodeOrder;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Frame;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.telegram.View;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** One command: how far it has come, who asked for it, what came of it. Changes by itself while it is open. */
@Component
final class CommandScreen implements Screen {

    static final String NAME = "cmd";

    private final Nodes nodes;
    private final NodeCommands commands;
    private final InstantSource time;

    CommandScreen(Nodes nodes, NodeCommands commands, InstantSource time) {
        this.nodes = nodes;
        this.commands = commands;
        this.time = time;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A result may show what runs on a node, so whoever may not change nodes sees the list alone. */
    @Override
    public Capability needs() {
        return Capability.MANAGE_NODES;
    }

    @Override
    public View show(Request request) {
        var texts = request.texts();
        return CommandKey.parse(request.argument(0))
                .flatMap(commands::find)
                .flatMap(command -> nodes.findEver(command.node()).map(node -> card(request, node, command)))
                .orElseGet(() -> Frame.of(request, texts.plain("fleet.commands"))
                        .line(texts.html("fleet.command.gone"))
                        .view(texts.plain("fleet.title"), Address.of(NodesScreen.NAME)));
    }

    private View card(Request request, Node node, NodeCommand command) {
        var texts = request.texts();
        return Frame.of(request, node.name(), texts.plain("fleet.commands"), OrderWords.word(command.order(), texts))
                .line(Html.text(command.state().mark() + " ").plus(meaning(command, texts)))
                .gap()
                .lines(result(command))
                .gap()
                .lines(facts(command, texts))
                .asOf(time.instant())
                .row(acts(command, texts))
                .view(texts.plain("fleet.commands"), CommandPlaces.list(node.key(), 0));
    }

    private static Html meaning(NodeCommand command, Texts texts) {
        var word = OrderWords.word(command.state(), texts);
        return switch (command.state()) {
            case PENDING -> texts.html("fleet.command.pending", word, texts.clock(command.expiresAt()));
            case UNKNOWN -> texts.html("fleet.command.unknown", word);
            case EXPIRED -> texts.html("fleet.command.expired", word);
            case RUNNING, DONE, FAILED, CANCELLED -> Html.text(word);
        };
    }

    /** Lines of a log may be copied, words of the agent are read. */
    private static List<Html> result(NodeCommand command) {
        boolean log = command.order() instanceof NodeOrder.Logs;
        return command.result()
                .lines()
                .map(line -> log && !line.isEmpty() ? Html.code(line) : Html.text(line))
                .toList();
    }

    private static List<Html> facts(NodeCommand command, Texts texts) {
        var lines = new ArrayList<Html>();
        lines.add(texts.html(
                "fleet.command.asked",
                Html.code(OrderWords.who(command.askedBy())),
                texts.moment(command.askedAt()),
                command.tries()));
        command.begunAt().ifPresent(at -> lines.add(texts.html("fleet.command.begun", texts.moment(at))));
        command.endedAt()
                .ifPresent(at -> lines.add(took(command)
                        .map(took -> texts.html("fleet.command.ended.after", texts.moment(at), took.toMillis()))
                        .orElseGet(() -> texts.html("fleet.command.ended", texts.moment(at)))));
        command.file()
                .ifPresent(file ->
                        lines.add(texts.html("fleet.command.file", Html.code(file.name()), texts.bytes(file.size()))));
        lines.add(texts.html("fleet.command.trace", Html.code(command.trace().text())));
        return lines;
    }

    private static Optional<Duration> took(NodeCommand command) {
        return command.begunAt().flatMap(from -> command.endedAt().map(to -> Duration.between(from, to)));
    }

    private static List<Button> acts(NodeCommand command, Texts texts) {
        var buttons = new ArrayList<Button>();
        command.file()
                .ifPresent(file -> buttons.add(Button.to(
                        texts.plain("fleet.command.file.send"), Address.of(CommandActs.FILE, command.key()))));
        if (!command.state().isOpen()) {
            buttons.add(Button.to(texts.plain("fleet.command.repeat"), Address.of(CommandActs.REPEAT, command.key())));
        }
        if (command.state() == NodeCommandState.PENDING) {
            buttons.add(
                    Button.danger(texts.plain("fleet.command.cancel"), Address.of(CommandActs.CANCEL, command.key())));
        }
        return buttons;
    }
}
