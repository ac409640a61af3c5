package io.fleetgram.bot.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fleetgram.bot.MovedClock;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountLifecycle.Trigger;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.app.AddAccount;
import io.fleetgram.bot.accounts.app.ChangeAccount;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.traffic.SealedBatch.Digest;
import io.fleetgram.bot.traffic.SealedBatch.Epoch;
import io.fleetgram.bot.traffic.SealedBatch.Row;
import io.fleetgram.bot.traffic.app.BatchIngest;
import io.fleetgram.bot.traffic.app.StartTerm;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** T1: the term's total apart from the all-time total, whatever waits on nodes when a term ends. */
class TermsIT {

    private static final AuditEntry.Actor TEST = new AuditEntry.Actor.SystemActor("test");
    private static final Epoch EPOCH = new Epoch("00".repeat(16));

    private static TestController controller;
    private static MovedClock clock;
    private static Terms terms;
    private static StartTerm startTerm;
    private static int number;

    @BeforeAll
    static void start() {
        controller = TestController.startWith(TestController.MovedTime.class);
        clock = controller.get(MovedClock.class);
        var now = clock.instant();
        clock.advance(Duration.between(now, now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(61))));
        terms = controller.get(Terms.class);
        startTerm = controller.get(StartTerm.class);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void a_new_term_counts_from_zero_and_the_all_time_total_goes_on() {
        var account = addAccount();
        var node = addNode();
        book(node, 1, row(account, hour(), 10, 100));

        var outcome = startTerm.start(TEST, account);

        assertThat(outcome).isInstanceOfSatisfying(StartTerm.Outcome.Started.class, started -> {
            assertThat(started.ended().used()).isEqualTo(new Amount(10, 100));
            assertThat(started.present().number()).isEqualTo(2);
            assertThat(started.present().used()).isEqualTo(Amount.NOTHING);
        });
        book(node, 2, row(account, hour(), 1, 2));
        assertThat(terms.present(account).used()).isEqualTo(new Amount(1, 2));
        assertThat(total(account)).isEqualTo(new Amount(11, 102));
        assertThat(controller
                        .get(JdbcClient.class)
                        .sql("SELECT action FROM audit_entry WHERE subject = ? ORDER BY id DESC LIMIT 1")
                        .param("account:" + account)
                        .query(String.class)
                        .single())
                .isEqualTo("account.start-term");
    }

    @Test
    void what_waited_on_a_node_while_terms_changed_belongs_to_the_terms_of_its_hours() {
        var account = addAccount();
        var other = addAccount();
        var node = addNode();
        int first = hour();
        book(node, 1, row(account, first, 1, 0));
        clock.advance(Duration.ofHours(3));
        startTerm.start(TEST, account);
        clock.advance(Duration.ofHours(3));
        startTerm.start(TEST, account);
        clock.advance(Duration.ofHours(1));

        book(
                node,
                2,
                row(account, first + 1, 10, 1),
                row(account, first + 3, 100, 2),
                row(account, first + 5, 1_000, 3),
                row(account, first + 6, 10_000, 4),
                row(account, first + 7, 100_000, 5),
                row(other, first + 1, 7, 7));

        assertThat(terms.present(account).used()).isEqualTo(new Amount(110_000, 9));
        assertThat(terms.past(account))
                .extracting(Term::number, Term::used)
                .containsExactly(tuple(2, new Amount(1_100, 5)), tuple(1, new Amount(11, 1)));
        assertThat(total(account)).isEqualTo(new Amount(111_111, 15));
        assertThat(terms.present(other).used()).isEqualTo(new Amount(7, 7));
    }

    @Test
    void terms_that_change_while_batches_come_in_lose_no_byte_and_double_none() throws Exception {
        var account = addAccount();
        int hour = hour();
        var nodes = List.of(addNode(), addNode(), addNode());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = new ArrayList<Callable<Boolean>>();
            nodes.forEach(node -> work.add(() -> {
                for (int batch = 1; batch <= 10; batch++) {
                    book(node, batch, row(account, hour - batch % 3, 1, 10));
                }
                return true;
            }));
            work.add(() -> {
                for (int change = 0; change < 5; change++) {
                    startTerm.start(TEST, account);
                }
                return true;
            });
            for (var one : threads.invokeAll(work)) {
                assertThat(one.get()).isTrue();
            }
        }

        var all = terms.past(account).stream().map(Term::used).reduce(Amount.NOTHING, CountingNode::plus);
        assertThat(CountingNode.plus(all, terms.present(account).used())).isEqualTo(new Amount(30, 300));
        assertThat(total(account)).isEqualTo(new Amount(30, 300));
        assertThat(terms.past(account)).hasSize(5);
    }

    @Test
    void a_deleted_account_has_no_new_term_and_keeps_those_it_had() {
        var account = addAccount();
        var node = addNode();
        int hour = hour();
        book(node, 1, row(account, hour, 5, 5));
        startTerm.start(TEST, account);
        controller.get(ChangeAccount.class).move(TEST, account, Trigger.DELETE);

        assertThat(startTerm.start(TEST, account)).isEqualTo(new StartTerm.Outcome.Gone());
        book(node, 2, row(account, hour, 1, 1));
        assertThat(terms.past(account)).extracting(Term::used).containsExactly(new Amount(5, 5));
        assertThat(terms.present(account).used()).isEqualTo(new Amount(1, 1));
    }

    @Test
    void a_clock_that_was_set_back_begins_no_term_before_the_one_it_follows() {
        var account = addAccount();
        clock.advance(Duration.ofHours(5));
        startTerm.start(TEST, account);
        var later = terms.present(account).start();
        clock.advance(Duration.ofHours(-5));
        startTerm.start(TEST, account);
        assertThat(terms.present(account).start()).isEqualTo(later);
        assertThat(terms.present(account).number()).isEqualTo(3);
        clock.advance(Duration.ofHours(5));
    }

    @Test
    void an_agent_or_controller_whose_clock_is_far_off_moves_hours_but_no_byte() {
        var account = addAccount();
        var node = addNode();
        book(node, 1, row(account, hour(), 1, 0));
        book(node, 2, row(account, 1, 10, 0), row(account, hour() + 9_000, 100, 0));
        assertThat(hours(account)).containsOnly(hour());

        clock.advance(Duration.ofDays(400));
        book(node, 3, row(account, hour(), 1_000, 0));
        clock.advance(Duration.ofHours(3).minusDays(400));
        var afterRestart = new Epoch("01".repeat(16));
        book(node, afterRestart, 1, row(account, hour() - 1, 10_000, 0));

        assertThat(total(account)).isEqualTo(new Amount(11_111, 0));
        assertThat(hours(account)).contains(hour() - 1).doesNotContain(hour());
    }

    private static List<Integer> hours(AccountKey account) {
        return controller
                .get(JdbcClient.class)
                .sql(
                        "SELECT DISTINCT t.hour FROM traffic_hour t JOIN account a ON a.id = t.account_id WHERE a.account_key = ?")
                .param(account.text())
                .query(Integer.class)
                .list();
    }

    private static Amount total(AccountKey account) {
        return controller.get(Usage.class).of(account).total();
    }

    private static void book(String node, long sequence, Row... rows) {
        book(node, EPOCH, sequence, rows);
    }

    private static void book(String node, Epoch epoch, long sequence, Row... rows) {
        var digest = new Digest("%064x".formatted(sequence));
        controller
                .get(BatchIngest.class)
                .take(node, new SealedBatch(epoch, sequence, digest, Arrays.asList(rows), List.of()), sequence);
    }

    private static Row row(AccountKey account, int hour, long uplink, long downlink) {
        var inbound = controller.get(Inbounds.class).all().getFirst().key();
        return new Row(account + "." + inbound, hour, uplink, downlink);
    }

    private static int hour() {
        return (int) Duration.between(Instant.EPOCH, clock.instant()).toHours();
    }

    private static String addNode() {
        var key = new NodeKey("n" + number++);
        var at = clock.instant().minus(Duration.ofDays(30));
        controller.get(Nodes.class).add(key, NodeProfile.of("node-" + key, "de1.example.org"), at);
        return key.text();
    }

    private static AccountKey addAccount() {
        var name = (AccountName.Checked.Good) AccountName.check("account-" + number++);
        return ((AddAccount.Outcome.Added) controller.get(AddAccount.class).add(TEST, name.name())).key();
    }
}
