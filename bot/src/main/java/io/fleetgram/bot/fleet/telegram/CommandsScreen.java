package io.fleetgram.bot.fleet.telegram;

import io.fleetgram.bot.fleet.Node;
import io.fleetgram.bot.fleet.NodeCommand;
import io.fleetgram.bot.fleet.NodeCommands;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Frame;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Paging;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.telegram.View;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** The commands of a node, the newest first, 8 a page. */
@Component
final class CommandsScreen implements Screen {

    static final String NAME = "cmds";

    private static final int BUTTONS_IN_A_ROW = 2;

    private final Nodes nodes;
    private final NodeCommands commands;
    private final InstantSource time;

    CommandsScreen(Nodes nodes, NodeCommands commands, InstantSource time) {
        this.nodes = nodes;
        this.commands = commands;
        this.time = time;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capability needs() {
        return Capability.VIEW_FLEET;
    }

    @Override
    public View show(Request request) {
        var texts = request.texts();
        return NodeKey.parse(request.argument(0))
                .flatMap(nodes::find)
                .map(node -> list(request, node))
                .orElseGet(() -> Frame.of(request, texts.plain("fleet.title"))
                        .line(texts.html("fleet.command.gone"))
                        .view(texts.plain("fleet.title"), Address.of(NodesScreen.NAME)));
    }

    private View list(Request request, Node node) {
        var texts = request.texts();
        int page = request.address().number(1);
        var found = commands.page(node.key(), Paging.offset(page), Paging.SIZE);
        if (found.isEmpty() && page > 0) {
            return show(request.at(CommandPlaces.list(node.key(), 0)));
        }
        int total = commands.count(node.key());
        var frame = Frame.of(request, node.name(), texts.plain("fleet.commands"))
                .line(texts.html("fleet.commands.count", total))
                .gap();
        found.forEach(command -> frame.line(line(command, texts)));
        frame.asOf(time.instant());
        for (int from = 0; from < found.size(); from += BUTTONS_IN_A_ROW) {
            frame.row(found.subList(from, Math.min(found.size(), from + BUTTONS_IN_A_ROW)).stream()
                    .map(command -> button(command, texts))
                    .toList());
        }
        return frame.pages(new Paging(page, total), other -> CommandPlaces.list(node.key(), other))
                .view(node.name(), CommandPlaces.node(node.key()));
    }

    private static Html line(NodeCommand command, Texts texts) {
        return texts.html(
                "fleet.commands.line",
                command.state().mark(),
                OrderWords.word(command.order(), texts),
                OrderWords.word(command.state(), texts),
                texts.moment(command.askedAt()),
                OrderWords.who(command.askedBy()));
    }

    private static Button button(NodeCommand command, Texts texts) {
        var label = command.state().mark() + " " + OrderWords.word(command.order(), texts) + " "
                + texts.clock(command.askedAt());
        return Button.to(label, CommandPlaces.command(command.key()));
    }
}
