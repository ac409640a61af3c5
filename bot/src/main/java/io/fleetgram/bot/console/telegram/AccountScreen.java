package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountFilter;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountStatus;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Frame;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.View;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** An account's card. Opens by key, or by name after {@code /account}. */
@Component
final class AccountScreen implements Screen {

    static final String NAME = "account";

    private final Accounts accounts;
    private final Nodes nodes;
    private final AccountFacts facts;
    private final InstantSource time;

    AccountScreen(Accounts accounts, Nodes nodes, AccountFacts facts, InstantSource time) {
        this.accounts = accounts;
        this.nodes = nodes;
        this.facts = facts;
        this.time = time;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capability needs() {
        return Capability.VIEW_ACCOUNTS;
    }

    @Override
    public List<String> commands() {
        return List.of("account");
    }

    @Override
    public View show(Request request) {
        var texts = request.texts();
        return find(request.argument(0))
                .map(account -> card(request, account))
                .orElseGet(() -> Frame.of(request, texts.plain("console.accounts"))
                        .line(texts.html(
                                request.argument(0).isEmpty() ? "console.account.which" : "console.account.gone"))
                        .view(texts.plain("console.accounts"), Places.ACCOUNTS));
    }

    /** A part of a name will do if only one account has it. */
    private Optional<Account> find(String asked) {
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        return accounts.find(new AccountKey(asked))
                .or(() -> accounts.named(asked))
                .or(() -> {
                    var near = accounts.page(AccountFilter.named(asked), 0, 2).accounts();
                    return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
                });
    }

    private View card(Request request, Account account) {
        var texts = request.texts();
        var status = account.status();
        boolean oneNode = nodes.counts().enabled() == 1;
        var frame = Frame.of(
                        request,
                        texts.plain("console.home.title"),
                        texts.plain("console.accounts"),
                        account.name().text())
                .line(texts.html(
                        "console.account.status",
                        status.mark(),
                        texts.plain("console.status." + status.name().toLowerCase(Locale.ROOT)),
                        Html.code(account.name().text())))
                .gap()
                .lines(facts.of(account, oneNode, texts))
                .asOf(time.instant());
        if (request.may(Capability.MANAGE_ACCOUNTS)) {
            frame.row(links(request, account)).row(acts(request, account));
        }
        return frame.view(texts.plain("console.accounts"), Places.ACCOUNTS);
    }

    private static List<Button> links(Request request, Account account) {
        return List.of(
                Button.to(request.texts().plain("console.account.link"), Places.accountAct("link", account.key())),
                Button.to(request.texts().plain("console.account.qr"), Places.accountAct("qr", account.key())));
    }

    private static List<Button> acts(Request request, Account account) {
        var texts = request.texts();
        var first = account.status() == AccountStatus.SUSPENDED
                ? Button.success(texts.plain("console.account.resume"), Places.accountAct("resume", account.key()))
                : Button.to(texts.plain("console.account.suspend"), Places.accountAct("suspend", account.key()));
        return List.of(
                first,
                Button.to(texts.plain("console.account.rotate"), Places.accountAct("rotate", account.key())),
                Button.danger(
                        texts.plain("console.account.delete"), Places.accountAct("accountdelete", account.key())));
    }
}
