package io.fleetgram.bot.fleet.telegram;

import io.fleetgram.bot.fleet.NodeFilter;
import io.fleetgram.bot.fleet.NodeOverview;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Frame;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Paging;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.View;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The nodes, 8 a page, those with issues first. */
@Component
final class NodesScreen implements Screen {

    static final String NAME = "nodes";

    private static final int BUTTONS_IN_A_ROW = 2;

    private final Nodes nodes;
    private final InstantSource time;

    NodesScreen(Nodes nodes, InstantSource time) {
        this.nodes = nodes;
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
    public List<String> commands() {
        return List.of("nodes");
    }

    @Override
    public Optional<Address> typed(Request request, String text) {
        return Optional.of(new NodesAddress(0, Optional.empty(), Optional.of(text)).address())
                .filter(list -> !Screen.isLink(text));
    }

    @Override
    public View show(Request request) {
        var asked = NodesAddress.of(request.address());
        var filter = new NodeFilter(asked.condition(), Optional.empty(), asked.text());
        var found = nodes.page(filter, Paging.offset(asked.page()), Paging.SIZE);
        if (found.nodes().isEmpty() && asked.page() > 0) {
            return show(request.at(asked.onPage(0).address()));
        }
        var texts = request.texts();
        var paging = new Paging(asked.page(), found.total());
        var frame = Frame.of(request, texts.plain("fleet.title"))
                .line(count(request, asked, found.total()))
                .gap();
        found.nodes().forEach(node -> frame.line(NodeLine.of(node, texts)));
        frame.asOf(time.instant());
        buttons(found.nodes()).forEach(frame::row);
        return frame.pages(paging, page -> asked.onPage(page).address())
                .row(acts(request, asked))
                .view();
    }

    private static Html count(Request request, NodesAddress asked, int total) {
        var texts = request.texts();
        if (!asked.filters()) {
            return texts.html("fleet.count", total);
        }
        return asked.text()
                .map(text -> texts.html("fleet.found-text", total, Html.code(text)))
                .orElseGet(() -> texts.html("fleet.found", total));
    }

    private static List<List<Button>> buttons(List<NodeOverview> nodes) {
        var rows = new ArrayList<List<Button>>();
        for (int from = 0; from < nodes.size(); from += BUTTONS_IN_A_ROW) {
            rows.add(nodes.subList(from, Math.min(nodes.size(), from + BUTTONS_IN_A_ROW)).stream()
                    .map(NodesScreen::button)
                    .toList());
        }
        return rows;
    }

    private static Button button(NodeOverview overview) {
        var node = overview.node();
        return Button.to(overview.condition().mark() + " " + node.name(), Address.of("node", node.key()));
    }

    private static List<Button> acts(Request request, NodesAddress asked) {
        var texts = request.texts();
        var buttons = new ArrayList<Button>();
        var shown = asked.condition()
                .map(condition -> NodeLine.word(condition, texts))
                .orElseGet(() -> texts.plain("fleet.filter.all"));
        buttons.add(Button.to(
                texts.plain("fleet.filter", shown), asked.withNextCondition().address()));
        if (request.may(Capability.MANAGE_NODES)) {
            buttons.add(Button.to(texts.plain("fleet.add"), Address.of("nodeadd")));
        }
        return buttons;
    }
}
