package io.fleetgram.bot.console.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountStatus;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.console.ConsoleParts;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.subscription.SubscriptionLinks;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Dialog;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.Search;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What taps and answers do to accounts, from the act down to the database. */
class AccountActsIT {

    private static TestController controller;
    private static Chatting chat;
    private static JdbcClient database;
    private static Accounts accounts;

    @BeforeAll
    static void start() {
        controller = TestController.startWith(ConsoleParts.class);
        chat = new Chatting(controller);
        database = controller.get(JdbcClient.class);
        accounts = controller.get(Accounts.class);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @AfterEach
    void empty() {
        for (var table : List.of(
                "account_inbound",
                "account",
                "join_token",
                "node_certificate",
                "node_failed_entry",
                "node_notice",
                "node_status",
                "node_tag",
                "node")) {
            database.sql("DELETE FROM " + table).update();
        }
    }

    @Test
    void an_account_is_added_by_its_name_and_shown() {
        var reply = (Reply.ShowWith) chat.answer("accountadd", " anna ");
        var account = account("anna");
        assertThat(reply)
                .isEqualTo(new Reply.ShowWith(Address.of("account", account.key()), "anna is added and active."));
        assertThat(((Dialog.Answer.Refused) chat.check("accountadd", "name", "ANNA"))
                        .why()
                        .markup())
                .contains("Another account is called");
        assertThat(((Dialog.Answer.Refused) chat.check("accountadd", "name", "\u200b"))
                        .why()
                        .markup())
                .contains("can be seen");
    }

    @Test
    void suspend_resume_rotate_and_delete_do_what_they_say() {
        addAccount("anna");
        var key = account("anna").key();
        assertThat(chat.agree("suspend:" + key))
                .isEqualTo(new Reply.ShowWith(Address.of("account", key), "anna is suspended."));
        assertThat(account("anna").status()).isEqualTo(AccountStatus.SUSPENDED);
        assertThat(chat.agree("suspend:" + key))
                .isEqualTo(new Reply.Refused(
                        "anna is suspended already. Nothing was changed.", Address.of("account", key)));
        chat.agree("resume:" + key);
        assertThat(account("anna").status()).isEqualTo(AccountStatus.ACTIVE);
        var token = accounts.token(key);
        chat.agree("rotate:" + key);
        assertThat(accounts.token(key)).isPresent().isNotEqualTo(token);
        assertThat(chat.agree("accountdelete:" + key))
                .isEqualTo(new Reply.ShowWith(Address.of("accounts"), "anna is deleted."));
        assertThat(accounts.named("anna")).isEmpty();
        assertThat(chat.agree("resume:" + key)).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void the_row_version_of_a_question_moves_with_every_change() {
        addAccount("anna");
        var key = account("anna").key();
        long before = chat.ask("rotate:" + key).orElseThrow().rowVersion();
        chat.agree("rotate:" + key);
        assertThat(chat.ask("rotate:" + key).orElseThrow().rowVersion()).isGreaterThan(before);
    }

    @Test
    void the_link_goes_out_as_a_secret_and_leads_back_to_its_account() {
        addAccount("anna");
        var key = account("anna").key();
        var reply = (Reply.Secret) chat.agree("link:" + key);
        var link = ((Button.Copy) reply.view().rows().getFirst().getFirst()).text();
        assertThat(reply.view().text().stripped()).contains(link);
        assertThat(SubscriptionLinks.tokenIn(link).flatMap(accounts::of).map(Account::key))
                .contains(key);
        assertThat(reply.then()).isEqualTo(Address.of("account", key));

        var qr = (Reply.Secret) chat.agree("qr:" + key);
        assertThat(qr.view().picture()).isPresent();
        assertThat(qr.then()).isEqualTo(Address.of("account", key));
        assertThat(chat.agree("link:nobody")).isInstanceOf(Reply.Refused.class);
    }

    @Test
    void typed_text_opens_what_it_names_outright_and_else_searches() {
        addAccount("anna");
        var node = new Nodeset(controller)
                .online("de-1", "203.0.113.7", "xray", "vless")
                .text();
        var link = controller
                .get(SubscriptionLinks.class)
                .of(accounts.token(account("anna").key()).orElseThrow());
        assertThat(found(chat, link))
                .isEqualTo(Address.of("account", account("anna").key()));
        assertThat(found(chat, "ANNA"))
                .isEqualTo(Address.of("account", account("anna").key()));
        assertThat(found(chat, "de-1")).isEqualTo(Address.of("node", node));
        assertThat(found(chat, "something: else")).isEqualTo(Address.of("found", "something  else"));
        assertThat(found(chat, "п".repeat(100)).text()).hasSizeLessThan(64);

        var nodesOnly = new Chatting(controller, Set.of(Capability.VIEW_FLEET));
        assertThat(found(nodesOnly, "anna").name()).isEqualTo("found");
        assertThat(found(nodesOnly, link).name()).isEqualTo("found");
    }

    @Test
    void text_typed_on_a_list_searches_the_list_unless_it_is_a_link() {
        for (var name : List.of("nodes", "accounts")) {
            assertThat(chat.typedOn(name, "some: text"))
                    .hasValueSatisfying(address -> assertThat(address.text()).isEqualTo(name + ":0::some  text"));
            assertThat(chat.typedOn(name, "п".repeat(64)))
                    .hasValueSatisfying(address -> assertThat(address.text()).startsWith(name + ":0::п"));
            assertThat(chat.typedOn(name, "https://sub.example.org/sub/abc")).isEmpty();
        }
    }

    private static Address found(Chatting chat, String text) {
        return controller.get(Search.class).find(chat.request(Address.HOME), text);
    }

    private static void addAccount(String name) {
        chat.answer("accountadd", name);
    }

    private static Account account(String name) {
        return accounts.named(name).orElseThrow();
    }
}
