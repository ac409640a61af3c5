package io.fleetgram.bot.accounts.telegram;

import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.app.AddAccount;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Dialog;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Texts;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks for a name; ends on the new account's card. */
@Component
final class AddAccountDialog implements Dialog {

    static final String NAME = "accountadd";

    private static final String ANSWER = "name";

    private final AddAccount addAccount;
    private final Accounts accounts;

    AddAccountDialog(AddAccount addAccount, Accounts accounts) {
        this.addAccount = addAccount;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capability needs() {
        return Capability.MANAGE_ACCOUNTS;
    }

    @Override
    public String title(Texts texts) {
        return texts.plain("accounts.add.title");
    }

    @Override
    public List<String> commands() {
        return List.of("add");
    }

    @Override
    public List<Step> steps() {
        return List.of(new NameStep(accounts));
    }

    @Override
    public Reply finish(Request request, Map<String, String> answers) {
        var name = new AccountName(answers.getOrDefault(ANSWER, ""));
        return switch (addAccount.add(request.actor(), name)) {
            case AddAccount.Outcome.Added added ->
                new Reply.ShowWith(
                        AccountPlaces.card(added.key()), request.texts().plain("accounts.added", name));
            case AddAccount.Outcome.NameTaken taken ->
                new Reply.Refused(request.texts().plain("accounts.add.taken", name), AccountPlaces.card(taken.by()));
        };
    }

    @Override
    public Address cancelled() {
        return Address.of(AccountsScreen.NAME);
    }

    private record NameStep(Accounts accounts) implements Step {

        @Override
        public String key() {
            return ANSWER;
        }

        @Override
        public String label(Texts texts) {
            return texts.plain("accounts.add.name");
        }

        @Override
        public Html question(Request request, Map<String, String> answers) {
            return request.texts().html("accounts.add.name.question");
        }

        @Override
        public Answer check(Request request, Map<String, String> answers, String input) {
            return switch (AccountName.check(input)) {
                case AccountName.Checked.Bad bad ->
                    new Answer.Refused(request.texts().html(words(bad.fault())));
                case AccountName.Checked.Good good ->
                    unlessTaken(request, good.name().text());
            };
        }

        private Answer unlessTaken(Request request, String name) {
            return accounts.named(name).isPresent()
                    ? new Answer.Refused(request.texts().html("accounts.add.taken", Html.code(name)))
                    : new Answer.Accepted(name);
        }

        private static String words(AccountName.Fault fault) {
            return switch (fault) {
                case EMPTY -> "accounts.add.empty";
                case TOO_LONG -> "accounts.add.too-long";
                case INVISIBLE_CHARACTERS -> "accounts.add.invisible";
            };
        }
    }
}
