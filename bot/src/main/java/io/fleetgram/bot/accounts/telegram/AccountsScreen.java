package io.fleetgram.bot.accounts.telegram;

import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountFilter;
import io.fleetgram.bot.accounts.AccountStatus;
import io.fleetgram.bot.accounts.Accounts;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The accounts by name, 8 a page; text that is typed here searches them. */
@Component
final class AccountsScreen implements Screen {

    static final String NAME = "accounts";

    private static final int BUTTONS_IN_A_ROW = 2;

    private final Accounts accounts;
    private final InstantSource time;

    AccountsScreen(Accounts accounts, InstantSource time) {
        this.accounts = accounts;
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
        return List.of("accounts");
    }

    @Override
    public Optional<Address> typed(Request request, String text) {
        var filter = new AccountFilter(Optional.empty(), Optional.of(text));
        return Optional.of(new AccountsAddress(0, filter).address()).filter(list -> !Screen.isLink(text));
    }

    @Override
    public View show(Request request) {
        var asked = AccountsAddress.of(request.address());
        var found = accounts.page(asked.filter(), Paging.offset(asked.page()), Paging.SIZE);
        if (found.accounts().isEmpty() && asked.page() > 0) {
            return show(request.at(asked.onPage(0).address()));
        }
        var texts = request.texts();
        var frame = Frame.of(request, texts.plain("accounts.title"))
                .line(count(asked, found.total(), texts))
                .gap();
        found.accounts().forEach(account -> frame.line(line(account, texts)));
        frame.asOf(time.instant());
        for (int from = 0; from < found.accounts().size(); from += BUTTONS_IN_A_ROW) {
            int to = Math.min(found.accounts().size(), from + BUTTONS_IN_A_ROW);
            frame.row(found.accounts().subList(from, to).stream()
                    .map(AccountsScreen::button)
                    .toList());
        }
        return frame.pages(
                        new Paging(asked.page(), found.total()),
                        page -> asked.onPage(page).address())
                .row(acts(request, asked))
                .view();
    }

    private static Html count(AccountsAddress asked, int total, Texts texts) {
        if (!asked.filters()) {
            return texts.html("accounts.count", total);
        }
        return asked.filter()
                .text()
                .map(text -> texts.html("accounts.found-text", total, Html.code(text)))
                .orElseGet(() -> texts.html("accounts.found", total));
    }

    private static Html line(Account account, Texts texts) {
        return Html.text(account.status().mark() + " ")
                .plus(Html.code(account.name().text()))
                .plus(Html.text(" " + word(account.status(), texts)));
    }

    private static Button button(Account account) {
        return Button.to(account.status().mark() + " " + account.name(), Address.of("account", account.key()));
    }

    private static List<Button> acts(Request request, AccountsAddress asked) {
        var texts = request.texts();
        var shown = asked.filter()
                .status()
                .map(status -> word(status, texts))
                .orElseGet(() -> texts.plain("accounts.filter.all"));
        var buttons = new ArrayList<Button>();
        buttons.add(Button.to(
                texts.plain("accounts.filter", shown), asked.withNextStatus().address()));
        if (request.may(Capability.MANAGE_ACCOUNTS)) {
            buttons.add(Button.to(texts.plain("accounts.add"), Address.of(AddAccountDialog.NAME)));
        }
        return buttons;
    }

    private static String word(AccountStatus status, Texts texts) {
        return texts.plain("accounts.status." + status.name().toLowerCase(Locale.ROOT));
    }
}
