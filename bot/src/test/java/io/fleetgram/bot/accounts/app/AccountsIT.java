package io.fleetgram.bot.accounts.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.AuditRow;
import io.fleetgram.bot.FeatureParts;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.Account;
import io.fleetgram.bot.accounts.AccountFilter;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.AccountStatus;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.accounts.SubscriptionToken;
import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.sync.DesiredState;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AccountsIT {

    private static final AuditEntry.Actor SOMEONE = new AuditEntry.Actor.OperatorActor(7, 7);

    private static TestController controller;
    private static Accounts accounts;
    private static AddAccount add;
    private static ChangeAccount change;
    private static JdbcClient database;

    @BeforeAll
    static void start() {
        controller = TestController.startWith(FeatureParts.class);
        accounts = controller.get(Accounts.class);
        add = controller.get(AddAccount.class);
        change = controller.get(ChangeAccount.class);
        database = controller.get(JdbcClient.class);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @AfterEach
    void empty() {
        database.sql("DELETE FROM account_inbound").update();
        database.sql("DELETE FROM account").update();
    }

    @Test
    void a_new_account_is_active_and_may_use_every_enabled_inbound() {
        long before = version();
        var key = added("Anna");
        var account = accounts.find(key).orElseThrow();
        assertThat(account.name().text()).isEqualTo("Anna");
        assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(accounts.inbounds(key))
                .containsExactlyInAnyOrderElementsOf(controller.get(Inbounds.class).all().stream()
                        .map(Inbound::key)
                        .toList());
        assertThat(version()).isEqualTo(before + 1);
        assertThat(rows(version())).isEqualTo(2);
        assertThat(AuditRow.last(database))
                .isEqualTo(new AuditRow(
                        "7",
                        "account.create",
                        "account:" + key,
                        Optional.empty(),
                        Optional.of("{\"name\":\"Anna\",\"status\":\"ACTIVE\"}")));
    }

    @Test
    void a_name_is_taken_in_any_case_of_letters_until_its_account_is_deleted() {
        var anna = added("Anna");
        long before = version();
        assertThat(add.add(SOMEONE, new AccountName("ANNA"))).isEqualTo(new AddAccount.Outcome.NameTaken(anna));
        assertThat(version()).isEqualTo(before);
        change.move(SOMEONE, anna, Trigger.DELETE);
        assertThat(add.add(SOMEONE, new AccountName("anna"))).isInstanceOf(AddAccount.Outcome.Added.class);
    }

    @Test
    void names_that_look_different_are_different() {
        for (var name : List.of("🦊", "🐻", "José", "Jose", "Мария", "علی‌رضا", "<b>&", "a%b", "a_b")) {
            var key = added(name);
            assertThat(accounts.named(name).map(Account::key)).contains(key);
        }
    }

    @Test
    void suspend_resume_and_delete_move_the_account_each_in_one_version() {
        var key = added("Anna");
        long version = version();
        assertThat(change.move(SOMEONE, key, Trigger.SUSPEND)).isInstanceOf(ChangeAccount.Outcome.Done.class);
        assertThat(status(key)).contains(AccountStatus.SUSPENDED);
        assertThat(change.move(SOMEONE, key, Trigger.RESUME)).isInstanceOf(ChangeAccount.Outcome.Done.class);
        assertThat(status(key)).contains(AccountStatus.ACTIVE);
        assertThat(change.move(SOMEONE, key, Trigger.DELETE)).isInstanceOf(ChangeAccount.Outcome.Done.class);
        assertThat(status(key)).isEmpty();
        assertThat(version()).isEqualTo(version + 3);
        assertThat(AuditRow.last(database))
                .isEqualTo(new AuditRow(
                        "7",
                        "account.delete",
                        "account:" + key,
                        Optional.of("{\"name\":\"Anna\",\"status\":\"ACTIVE\"}"),
                        Optional.empty()));
    }

    @Test
    void a_deleted_account_keeps_its_row_and_key() {
        var key = added("Anna");
        change.move(SOMEONE, key, Trigger.DELETE);
        assertThat(database.sql("SELECT status FROM account WHERE account_key = ? AND deleted_at IS NOT NULL")
                        .param(key.text())
                        .query(String.class)
                        .single())
                .isEqualTo("DELETED");
    }

    @Test
    void a_move_that_is_not_in_the_lifecycle_changes_nothing() {
        var key = added("Anna");
        long version = version();
        int audited = AuditRow.all(database).size();
        assertThat(change.move(SOMEONE, key, Trigger.RESUME))
                .isEqualTo(new ChangeAccount.Outcome.NotNow(new AccountName("Anna"), AccountStatus.ACTIVE));
        assertThat(change.move(SOMEONE, new AccountKey("nobody"), Trigger.SUSPEND))
                .isEqualTo(new ChangeAccount.Outcome.Gone());
        assertThat(version()).isEqualTo(version);
        assertThat(AuditRow.all(database)).hasSize(audited);
    }

    @Test
    void rotation_replaces_credentials_and_link_and_the_old_ones_die() {
        var key = added("Anna");
        var oldToken = accounts.token(key).orElseThrow();
        var oldCredentials = accounts.credentials(key).orElseThrow();
        long version = version();
        assertThat(change.rotate(SOMEONE, key)).isInstanceOf(ChangeAccount.Outcome.Done.class);
        var token = accounts.token(key).orElseThrow();
        var credentials = accounts.credentials(key).orElseThrow();
        assertThat(token).isNotEqualTo(oldToken);
        assertThat(credentials.uuid()).isNotEqualTo(oldCredentials.uuid());
        assertThat(credentials.password()).isNotEqualTo(oldCredentials.password());
        assertThat(accounts.of(oldToken)).isEmpty();
        assertThat(accounts.of(token).map(Account::key)).contains(key);
        assertThat(version()).isEqualTo(version + 1);
    }

    @Test
    void a_token_finds_its_account_until_the_account_is_deleted() {
        var key = added("Anna");
        var token = accounts.token(key).orElseThrow();
        assertThat(accounts.of(token).map(Account::key)).contains(key);
        assertThat(accounts.of(new SubscriptionToken("unknown"))).isEmpty();
        change.move(SOMEONE, key, Trigger.SUSPEND);
        assertThat(accounts.of(token)).isPresent();
        change.move(SOMEONE, key, Trigger.DELETE);
        assertThat(accounts.of(token)).isEmpty();
        assertThat(accounts.token(key)).isEmpty();
        assertThat(accounts.credentials(key)).isEmpty();
    }

    @Test
    void no_secret_lies_plain_in_the_database_or_in_the_audit() {
        var key = added("Anna");
        var token = accounts.token(key).orElseThrow().text();
        var password = accounts.credentials(key).orElseThrow().password();
        var stored = database.sql("SELECT * FROM account").query().singleRow().values().stream()
                .map(value -> value instanceof byte[] bytes
                        ? new String(bytes, StandardCharsets.ISO_8859_1)
                        : String.valueOf(value))
                .toList();
        assertThat(stored).allSatisfy(column -> assertThat(column).doesNotContain(token, password));
        assertThat(AuditRow.all(database).toString()).doesNotContain(token, password);
    }

    @Test
    void a_uuid_that_a_core_would_take_for_another_accounts_is_drawn_again() {
        var twin = new TwinUuids();
        var cases = new AddAccount(
                controller.get(DesiredState.class),
                accounts,
                controller.get(Inbounds.class),
                controller.get(Audit.class),
                new RandomKeys(twin),
                InstantSource.system());
        var first = (AddAccount.Outcome.Added) cases.add(SOMEONE, new AccountName("first"));
        twin.again();
        var second = (AddAccount.Outcome.Added) cases.add(SOMEONE, new AccountName("second"));
        assertThat(accounts.credentials(second.key()).orElseThrow().fingerprint())
                .isNotEqualTo(accounts.credentials(first.key()).orElseThrow().fingerprint());
        assertThat(twin.timesRepeated()).isEqualTo(1);
    }

    @Test
    void pages_are_in_order_of_names_and_search_looks_inside_them() {
        for (int i = 1; i <= 20; i++) {
            added("user %02d".formatted(i));
        }
        added("100%");
        change.move(SOMEONE, accounts.named("user 03").orElseThrow().key(), Trigger.SUSPEND);

        var second = accounts.page(AccountFilter.ALL, 8, 8);
        assertThat(second.total()).isEqualTo(21);
        assertThat(second.accounts())
                .extracting(account -> account.name().text())
                .startsWith("user 08")
                .hasSize(8);
        assertThat(accounts.page(AccountFilter.named("SER 1"), 0, 8).total()).isEqualTo(10);
        assertThat(accounts.page(AccountFilter.named("%"), 0, 8).total()).isEqualTo(1);
        assertThat(accounts.page(new AccountFilter(Optional.of(AccountStatus.SUSPENDED), Optional.of("user")), 0, 8)
                        .accounts())
                .extracting(account -> account.name().text())
                .containsExactly("user 03");
        assertThat(accounts.counts().active()).isEqualTo(20);
        assertThat(accounts.counts().suspended()).isEqualTo(1);
    }

    private static AccountKey added(String name) {
        return ((AddAccount.Outcome.Added) add.add(SOMEONE, new AccountName(name))).key();
    }

    private static Optional<AccountStatus> status(AccountKey key) {
        return accounts.find(key).map(Account::status);
    }

    private static long version() {
        return controller.get(DesiredState.class).currentVersion();
    }

    private static int rows(long version) {
        return database.sql("SELECT COUNT(*) FROM change_log WHERE version = ?")
                .param(version)
                .query(Integer.class)
                .single();
    }

    /** Randomness whose next 16 bytes can be made those of the first UUID, but for the bytes that cores ignore. */
    private static final class TwinUuids implements RandomGenerator {

        private final RandomGenerator source = io.fleetgram.bot.SeededRandom.of(9);
        private Optional<byte[]> first = Optional.empty();
        private boolean repeat;
        private int repeated;

        void again() {
            repeat = true;
        }

        int timesRepeated() {
            return repeated;
        }

        @Override
        public long nextLong() {
            return source.nextLong();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (repeat) {
                repeat = false;
                repeated++;
                System.arraycopy(first.orElseThrow(), 0, bytes, 0, bytes.length);
                bytes[7]++;
                return;
            }
            source.nextBytes(bytes);
            first = first.or(() -> Optional.of(bytes.clone()));
        }
    }
}
