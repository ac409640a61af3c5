package io.fleetgram.bot.accounts.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.FeatureParts;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.Grants;
import io.fleetgram.bot.accounts.app.AddAccount;
import io.fleetgram.bot.accounts.app.ChangeAccount;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.shared.EntryKey;
import io.fleetgram.wire.agent.v1.EntryBody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountEntriesIT {

    private static final AuditEntry.Actor SOMEONE = new AuditEntry.Actor.SystemActor("test");

    private static TestController controller;
    private static AccountEntries entries;

    @BeforeAll
    static void start() {
        controller = TestController.startWith(FeatureParts.class);
        entries = new AccountEntries(controller.get(Grants.class));
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @AfterEach
    void empty() {
        controller.get(JdbcClient.class).sql("DELETE FROM account_inbound").update();
        controller.get(JdbcClient.class).sql("DELETE FROM account").update();
    }

    @Test
    void an_active_account_has_one_entry_on_each_inbound_with_its_uuid() throws Exception {
        var key = added("Anna");
        var uuid = controller.get(Accounts.class).credentials(key).orElseThrow().uuid();
        assertThat(all()).hasSize(2);
        for (var entry : all()) {
            var body = EntryBody.parseFrom(entry.body()).getAccount();
            assertThat(body.getAccountKey()).isEqualTo(key.text());
            assertThat(body.getUuid()).isEqualTo(uuid.toString());
            assertThat(entry.key()).isEqualTo(new EntryKey.UserOnInbound(key.text(), body.getInboundKey()));
            assertThat(entry.scope()).isEqualTo(new StateEntry.Scope.Offering(body.getInboundKey()));
        }
    }

    @Test
    void the_named_entries_are_the_same_bytes_as_in_the_whole() {
        added("Anna");
        added("Boris");
        var all = all();
        var named = present(all.stream().map(StateEntry::key).toList());
        assertThat(named)
                .extracting(StateEntry::digest)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().map(StateEntry::digest).toList());
    }

    @Test
    void of_two_accounts_only_the_named_pairs_are_present() {
        added("Anna");
        added("Boris");
        var one = all().getFirst().key();
        assertThat(present(List.of(one))).extracting(StateEntry::key).containsExactly(one);
        assertThat(present(List.of(new EntryKey.UserOnInbound("nobody", "nowhere"))))
                .isEmpty();
        assertThat(present(List.of())).isEmpty();
    }

    @Test
    void a_suspended_account_has_none_and_a_resumed_one_has_the_same_as_before() {
        var key = added("Anna");
        var before = all().stream().map(StateEntry::digest).toList();
        var change = controller.get(ChangeAccount.class);
        change.move(SOMEONE, key, Trigger.SUSPEND);
        assertThat(all()).isEmpty();
        change.move(SOMEONE, key, Trigger.RESUME);
        assertThat(all()).extracting(StateEntry::digest).containsExactlyInAnyOrderElementsOf(before);
        change.move(SOMEONE, key, Trigger.DELETE);
        assertThat(all()).isEmpty();
    }

    @Test
    void rotation_changes_every_entry_and_no_key() {
        var key = added("Anna");
        var before = all();
        controller.get(ChangeAccount.class).rotate(SOMEONE, key);
        var after = all();
        assertThat(after)
                .extracting(StateEntry::key)
                .containsExactlyInAnyOrderElementsOf(
                        before.stream().map(StateEntry::key).toList());
        assertThat(after)
                .extracting(StateEntry::digest)
                .doesNotContainAnyElementsOf(
                        before.stream().map(StateEntry::digest).toList());
    }

    @Test
    void more_keys_than_fit_one_statement_are_all_answered() {
        var key = added("Anna");
        var inbounds = controller.get(Accounts.class).inbounds(key);
        var keys = new ArrayList<EntryKey>();
        for (int i = 0; i < 1_200; i++) {
            keys.add(
                    new EntryKey.UserOnInbound("nobody" + i, inbounds.getFirst().text()));
        }
        inbounds.forEach(inbound -> keys.add(new EntryKey.UserOnInbound(key.text(), inbound.text())));
        assertThat(present(keys)).hasSize(2);
    }

    private static List<StateEntry> all() {
        return controller.get(Transactions.class).snapshot(() -> {
            var all = new ArrayList<StateEntry>();
            entries.all(all::add);
            return all;
        });
    }

    private static List<StateEntry> present(Collection<EntryKey> keys) {
        return controller.get(Transactions.class).snapshot(() -> entries.present(keys));
    }

    private static AccountKey added(String name) {
        var outcome = controller.get(AddAccount.class).add(SOMEONE, new AccountName(name));
        return ((AddAccount.Outcome.Added) outcome).key();
    }
}
