package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.fleet.NodeCondition;
import io.fleetgram.bot.fleet.NodeCounts;
import io.fleetgram.bot.fleet.NodeFilter;
import io.fleetgram.bot.fleet.NodeOverview;
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
import io.fleetgram.bot.traffic.Usage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an operator sees first. With one node it speaks of no nodes. */
@Component
final class HomeScreen implements Screen {

    private final Nodes nodes;
    private final Accounts accounts;
    private final Usage usage;
    private final InstantSource time;

    HomeScreen(Nodes nodes, Accounts accounts, Usage usage, InstantSource time) {
        this.nodes = nodes;
        this.accounts = accounts;
        this.usage = usage;
        this.time = time;
    }

    @Override
    public String name() {
        return Address.HOME.name();
    }

    @Override
    public Capability needs() {
        return Capability.VIEW_FLEET;
    }

    @Override
    public View show(Request request) {
        var texts = request.texts();
        var counts = nodes.counts();
        var now = time.instant();
        var people = accounts.counts();
        var today = usage.since(startOfDay(now, texts));
        var frame = Frame.of(request, texts.plain("console.home.title"));
        if (counts.enabled() == 1) {
            frame.line(theOneNode(texts));
        } else {
            frame.line(counts.all() == 0 ? texts.html("console.home.no-node") : nodeLine(counts, texts));
        }
        frame.line(
                        people.all() == 0
                                ? texts.html("console.home.no-account")
                                : texts.html("console.home.accounts", people.active(), people.suspended()))
                .line(texts.html("console.home.today", texts.bytes(today.uplink()), texts.bytes(today.downlink())))
                .asOf(now);
        return counts.enabled() == 1 ? ofOneNode(request, frame) : ofFleet(request, frame, counts);
    }

    private static View ofFleet(Request request, Frame frame, NodeCounts counts) {
        var texts = request.texts();
        var places = new ArrayList<Button>();
        places.add(Button.to(texts.plain("console.home.to-nodes", counts.all()), Places.NODES));
        accountsButton(request, places);
        var acts = new ArrayList<Button>();
        if (request.may(Capability.MANAGE_NODES)) {
            acts.add(Button.to(texts.plain("console.home.add-node"), Places.ADD_NODE));
        }
        addAccountButton(request, acts);
        return frame.row(places).row(acts).row(about(texts)).homeView();
    }

    private View ofOneNode(Request request, Frame frame) {
        var texts = request.texts();
        var places = new ArrayList<Button>();
        accountsButton(request, places);
        addAccountButton(request, places);
        var deeper = new ArrayList<Button>();
        enabledNode()
                .ifPresent(node -> deeper.add(Button.to(
                        texts.plain("console.home.status"),
                        Places.node(node.node().key()))));
        deeper.add(about(texts));
        return frame.row(places).row(deeper).homeView();
    }

    private Html theOneNode(Texts texts) {
        return enabledNode().map(node -> line(node, texts)).orElse(Html.EMPTY);
    }

    private static Html line(NodeOverview node, Texts texts) {
        var condition = Html.text(NodeWords.withMark(node.condition(), texts));
        return node.status()
                .host()
                .map(host -> condition
                        .plus(new Html(" · "))
                        .plus(texts.html("console.home.readings", host.connections(), host.onlineAccounts())))
                .orElse(condition);
    }

    /** Nodes with issues come first and disabled ones are few, so the enabled one is on the first page. */
    private Optional<NodeOverview> enabledNode() {
        return nodes.page(NodeFilter.ALL, 0, Integer.MAX_VALUE).nodes().stream()
                .filter(node -> node.condition() != NodeCondition.DISABLED)
                .findFirst();
    }

    private static Html nodeLine(NodeCounts counts, Texts texts) {
        var parts = NodeWords.ORDER.stream()
                .filter(condition -> counts.of(condition) > 0)
                .map(condition ->
                        condition.mark() + " " + counts.of(condition) + " " + NodeWords.word(condition, texts))
                .toList();
        return Html.text(String.join(" · ", parts));
    }

    private static void accountsButton(Request request, List<Button> buttons) {
        if (request.may(Capability.VIEW_ACCOUNTS)) {
            buttons.add(Button.to(request.texts().plain("console.home.to-accounts"), Places.ACCOUNTS));
        }
    }

    private static void addAccountButton(Request request, List<Button> buttons) {
        if (request.may(Capability.MANAGE_ACCOUNTS)) {
            buttons.add(Button.to(request.texts().plain("console.home.add-account"), Places.ADD_ACCOUNT));
        }
    }

    private static Button about(Texts texts) {
        return Button.to(texts.plain("console.about.title"), Places.ABOUT);
    }

    private static Instant startOfDay(Instant now, Texts texts) {
        return ZonedDateTime.ofInstant(now, texts.zone())
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant();
    }
}
