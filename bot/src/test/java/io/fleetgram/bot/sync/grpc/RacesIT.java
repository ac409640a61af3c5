package io.fleetgram.bot.sync.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.fleet.NodeIdentity;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.fleet.StatusReports;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.sync.BatchReceiver;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.NodeStates;
import io.fleetgram.bot.traffic.Amount;
import io.fleetgram.bot.traffic.Usage;
import io.fleetgram.wire.agent.v1.CoreStatus;
import io.fleetgram.wire.agent.v1.FailedEntry;
import io.fleetgram.wire.agent.v1.ReportStatusRequest;
import io.fleetgram.wire.agent.v1.TrafficBatch;
import io.fleetgram.wire.agent.v1.TrafficRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens when two things happen at once. */
class RacesIT {

    private static final int ROUNDS = 15;

    private static TestController controller;
    private static Fleet fleet;

    @BeforeAll
    static void start() {
        controller = TestController.start();
        fleet = new Fleet(controller);
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void a_renewal_that_meets_a_revocation_waits_for_it_and_gets_nothing() throws Exception {
        var node = fleet.addNode();
        try (var agent = fleet.join(node);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            agent.report(CoreStatus.State.RUNNING);
            var revoked = new CountDownLatch(1);
            var renewalWaits = new CountDownLatch(1);
            var revoking =
                    threads.submit(() -> controller.get(DesiredState.class).<Integer>change(touched -> {
                        // No row in the change log, so nobody hears of it but by looking.
                        int serials = controller
                                .get(NodeIdentity.class)
                                .revokeAll(node, "an operator said so", Instant.now())
                                .size();
                        revoked.countDown();
                        passed(renewalWaits);
                        return serials;
                    }));
            passed(revoked);
            var renewing = threads.submit(agent::renew);
            await().until(() -> waitingForLocks() > 0 || renewing.isDone());
            renewalWaits.countDown();

            assertThat(revoking.get(20, TimeUnit.SECONDS)).isEqualTo(1);
            assertThat(Refusals.codeOf(renewing)).isEqualTo("CERTIFICATE_REVOKED");
        }
    }

    /** Traffic takes no version row, accounts and nodes take it first, reports take neither. */
    @Test
    void traffic_accounts_nodes_and_reports_at_once_lose_no_write_and_make_versions_in_order() throws Exception {
        var accounts = Stream.generate(fleet::addAccount).limit(6).toList();
        var nodes = Stream.generate(fleet::addNode).limit(4).toList();
        var inbound = controller.get(Inbounds.class).all().getFirst().key();
        var users = accounts.stream().map(account -> account + "." + inbound).toList();
        var usage = controller.get(Usage.class);
        long versionBefore = controller.get(DesiredState.class).currentVersion();
        var tasks = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < nodes.size(); i++) {
            var node = nodes.get(i);
            var epoch = ByteString.copyFrom(new byte[15]).concat(ByteString.copyFrom(new byte[] {(byte) i}));
            tasks.add(() -> sendBatches(node, epoch, users));
            tasks.add(() -> reportStatus(node));
            tasks.add(() -> editNode(node));
        }
        for (var account : accounts) {
            tasks.add(() -> editAccount(account));
        }
        int versions = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var task : threads.invokeAll(tasks)) {
                versions += task.get(60, TimeUnit.SECONDS);
            }
        }

        assertThat(controller.get(DesiredState.class).currentVersion()).isEqualTo(versionBefore + versions);
        long each = (long) nodes.size() * ROUNDS;
        for (var account : accounts) {
            assertThat(usage.of(account).total()).isEqualTo(new Amount(each, each));
        }
        for (var node : nodes) {
            assertThat(fleet.node(node).profile().weight()).isEqualTo(100 + ROUNDS);
            assertThat(controller.get(NodeStates.class).wanted(node.text())).isPresent();
        }
    }

    private static int sendBatches(NodeKey node, ByteString epoch, List<String> users) {
        int hour = (int) Duration.between(Instant.EPOCH, Instant.now()).toHours();
        for (int sequence = 1; sequence <= ROUNDS; sequence++) {
            var batch = TrafficBatch.newBuilder().setEpoch(epoch).setSequence(sequence);
            users.forEach(user -> batch.addRows(TrafficRow.newBuilder()
                    .setKey(user)
                    .setHour(hour)
                    .setUplink(1)
                    .setDownlink(1)));
            controller
                    .get(BatchReceiver.class)
                    .receive(node.text(), batch.build().toByteArray(), 0);
        }
        return 0;
    }

    private static int reportStatus(NodeKey node) {
        var message = ReportStatusRequest.newBuilder()
                .setAppliedVersion(1)
                .addFailed(FailedEntry.newBuilder().setKey("i/in1").setReason("port in use"))
                .build();
        for (int i = 0; i < ROUNDS; i++) {
            controller.get(StatusReports.class).take(StatusMessages.report(node.text(), message, Instant.now()));
        }
        return 0;
    }

    private static int editNode(NodeKey node) {
        for (int i = 0; i < ROUNDS; i++) {
            controller.get(DesiredState.class).<Boolean>change(touched -> {
                var present = fleet.node(node);
                var profile = present.profile();
                touched.add(new ChangeRow.Node(node.text()));
                return controller.get(Nodes.class).save(present.withProfile(heavier(profile)))
                        instanceof Nodes.Save.Saved;
            });
        }
        return ROUNDS;
    }

    private static NodeProfile heavier(NodeProfile profile) {
        return new NodeProfile(
                profile.name(),
                profile.address(),
                profile.region(),
                profile.place(),
                profile.weight() + 1,
                profile.capacity(),
                profile.note(),
                profile.tags());
    }

    private static int editAccount(AccountKey account) {
        for (int i = 0; i < ROUNDS; i++) {
            fleet.rotate(account);
        }
        return ROUNDS;
    }

    private static int waitingForLocks() {
        return controller.get(JdbcClient.class).sql("""
                        SELECT COUNT(*) FROM information_schema.innodb_trx
                        JOIN information_schema.processlist ON id = trx_mysql_thread_id
                        WHERE trx_state = 'LOCK WAIT' AND db = DATABASE()""").query(Integer.class).single();
    }

    private static void passed(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
