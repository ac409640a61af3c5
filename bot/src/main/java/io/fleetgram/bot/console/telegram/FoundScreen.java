package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.accounts.AccountFilter;
import io.fleetgram.bot.accounts.AccountPage;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.fleet.NodeFilter;
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
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Accounts and nodes whose names hold what was typed. */
@Component
final class FoundScreen implements Screen {

    static final String NAME = "found";

    private static final int OF_A_KIND = 6;
    private static final int BUTTONS_IN_A_ROW = 2;
    private static final int BYTES_FOR_TEXT = 50;

    private final Accounts accounts;
    private final Nodes nodes;
    private final InstantSource time;

    FoundScreen(Accounts accounts, Nodes nodes, InstantSource time) {
        this.accounts = accounts;
        this.nodes = nodes;
        this.time = time;
    }

    static Address address(String text) {
        return Address.of(NAME, Address.argumentOf(text, BYTES_FOR_TEXT));
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
        var text = request.argument(0);
        var people = request.may(Capability.VIEW_ACCOUNTS)
                ? accounts.page(AccountFilter.named(text), 0, OF_A_KIND)
                : new AccountPage(List.of(), 0);
        var found = nodes.page(NodeFilter.ALL.withText(Optional.of(text)), 0, OF_A_KIND);
        var frame = Frame.of(request, texts.plain("console.found.title"))
                .line(texts.html("console.found.text", Html.code(text)));
        count(people.total(), "accounts", texts).ifPresent(frame::line);
        count(found.total(), "nodes", texts).ifPresent(frame::line);
        if (people.total() + found.total() == 0) {
            frame.line(texts.html("console.found.nothing"));
        }
        frame.asOf(time.instant());
        var buttons = new ArrayList<Button>();
        people.accounts()
                .forEach(account -> buttons.add(
                        Button.to(account.status().mark() + " " + account.name(), Places.account(account.key()))));
        found.nodes()
                .forEach(node -> buttons.add(Button.to(
                        node.condition().mark() + " " + node.node().name(),
                        Places.node(node.node().key()))));
        for (int from = 0; from < buttons.size(); from += BUTTONS_IN_A_ROW) {
            frame.row(buttons.subList(from, Math.min(buttons.size(), from + BUTTONS_IN_A_ROW)));
        }
        return frame.view();
    }

    private static Optional<Html> count(int total, String kind, Texts texts) {
        return total == 0 ? Optional.empty() : Optional.of(texts.html("console.found." + kind, total));
    }
}
