package io.fleetgram.bot.sync.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.fleet.JoinCommands;
import io.fleetgram.bot.fleet.NodeIdentity;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.security.CredentialKind;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.sync.app.SyncTimings;
import io.fleetgram.bot.sync.app.Watches;
import io.fleetgram.parts.mariadb.TestMariaDb;
import io.fleetgram.shared.StateHash;
import io.fleetgram.wire.agent.v1.CoreStatus;
import io.fleetgram.wire.agent.v1.PollResponse;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Z2: what one controller revokes, every other refuses too. */
class RevocationOnEveryControllerIT {

    /** A poll as each kind of agent makes it. */
    private interface Polling {
        List<PollResponse> poll(long version, StateHash hash, Duration wait);
    }

    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private static TestController here;
    private static TestController elsewhere;
    private static Fleet fleet;

    @BeforeAll
    static void start() {
        var database = TestMariaDb.freshDatabase();
        Map<String, Object> settings = Map.of(
                "fleetgram.agents.behind-proxy.public-endpoints", "localhost:443",
                "fleetgram.agents.behind-proxy.port", "0");
        here = TestController.start(database, settings);
        elsewhere = TestController.start(database, settings);
        fleet = new Fleet(here);
    }

    @AfterAll
    static void stop() {
        elsewhere.close();
        here.close();
        THREADS.close();
    }

    @Test
    void a_certificate_that_is_revoked_here_ends_its_poll_elsewhere_and_passes_no_handshake_anywhere()
            throws Exception {
        var node = fleet.addNode();
        try (var agent = fleet.join(node);
                var other = agent.at(elsewhere)) {
            report(agent);
            var parked = park(other::poll);

            revoke(node);

            assertThat(Refusals.codeOf(parked)).isEqualTo("CERTIFICATE_REVOKED");
            for (var one : List.of(agent, other)) {
                Refusals.eventually("CERTIFICATE_REVOKED", () -> report(one));
            }
            for (var one : List.of(here, elsewhere)) {
                try (var later = agent.at(one)) {
                    assertThat(refusalOf(() -> report(later)).getCode()).isEqualTo(Status.Code.UNAVAILABLE);
                }
            }
        }
    }

    @Test
    void a_token_that_is_revoked_here_ends_its_poll_elsewhere_and_no_call_passes_anywhere() throws Exception {
        var node = fleet.addNode();
        var join =
                here.get(JoinCommands.class).issue(node, CredentialKind.TOKEN).token();
        try (var agent = TokenAgent.joined(here, join);
                var other = agent.at(elsewhere)) {
            agent.report();
            other.report();
            var parked = park(other::poll);

            revoke(node);

            assertThat(Refusals.codeOf(parked)).isEqualTo("TOKEN_REVOKED");
            for (var one : List.of(agent, other)) {
                Refusals.eventually("TOKEN_REVOKED", one::report);
            }
        }
    }

    @Test
    void a_removed_node_hears_of_it_from_every_controller() throws Exception {
        var node = fleet.addNode();
        try (var agent = fleet.join(node);
                var other = agent.at(elsewhere)) {
            report(agent);
            var parked = park(other::poll);

            fleet.remove(node);

            assertThat(Refusals.codeOf(parked)).isEqualTo("NODE_REMOVED");
            Refusals.eventually("NODE_REMOVED", () -> report(agent));
        }
    }

    /** The rest of the second is for the reading of the rows and the ending of the calls. */
    @Test
    void a_controller_looks_for_what_others_revoked_several_times_a_second() {
        assertThat(SyncTimings.USUAL.look()).isLessThanOrEqualTo(Duration.ofMillis(250));
    }

    private static Future<?> park(Polling agent) {
        await().until(() -> elsewhere.get(Watches.class).parked() == 0);
        var parked = THREADS.submit(() -> {
            var stored = agent.poll(0, StateHash.EMPTY, Duration.ZERO);
            var version = stored.getFirst().getSnapshotStart().getVersion();
            var hash = StateHash.fromBytes(
                    stored.getLast().getSnapshotEnd().getHash().toByteArray());
            while (true) {
                agent.poll(version, hash, Duration.ofSeconds(40));
            }
        });
        await().atMost(Duration.ofSeconds(20))
                .until(() -> elsewhere.get(Watches.class).parked() == 1);
        return parked;
    }

    private static void revoke(NodeKey node) {
        here.get(DesiredState.class).change(touched -> {
            var ids = here.get(NodeIdentity.class).revokeAll(node, "stolen", Instant.now());
            ids.forEach(id -> touched.add(new ChangeRow.Certificate(id, node.text())));
            return ids.size();
        });
    }

    private static Status refusalOf(Callable<?> call) {
        var failure = org.assertj.core.api.Assertions.catchThrowableOfType(StatusRuntimeException.class, call::call);
        assertThat(failure).isNotNull();
        return failure.getStatus();
    }

    private static Object report(TestAgent agent) {
        agent.report(CoreStatus.State.RUNNING);
        return List.of();
    }
}
