package io.fleetgram.bot.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.traffic.SealedBatch.Digest;
import io.fleetgram.bot.traffic.SealedBatch.Epoch;
import io.fleetgram.bot.traffic.SealedBatch.OutboundRow;
import io.fleetgram.bot.traffic.app.BatchIngest;
import io.fleetgram.parts.RealPart;
import io.fleetgram.parts.junit.Need;
import io.fleetgram.parts.mariadb.PrivateMariaDb;
import io.fleetgram.parts.mariadb.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * T2: MariaDB shows a commit to others before it is on disk. An agent that sends its batch again in between must not be told
 * that the batch is there because somebody has seen it: the agent would drop it, and a kill of the database would take the rest.
 *
 * <p>The schedule is made certain by commits that do not wait for the disk while the batch is booked for the first time.
 */
class SeenBeforeDurableIT {

    private static final NodeKey NODE = new NodeKey("n1");

    @Test
    void a_repeat_that_was_acknowledged_is_there_after_a_kill_though_the_first_commit_was_only_seen() throws Exception {
        try (var mariaDb = Need.of(RealPart.MARIADB, PrivateMariaDb.startTemporary())) {
            mariaDb.createDatabase("seen");
            var database = new TestDatabase("seen", mariaDb.jdbcUrl("seen"), PrivateMariaDb.USER, mariaDb.password());
            var batch = batch();
            try (var controller = TestController.start(database, Map.of("logging.level.root", "OFF"))) {
                controller.get(Nodes.class).add(NODE, NodeProfile.of("de-1", "de1.example.org"), Instant.now());
                var ingest = controller.get(BatchIngest.class);

                commitsWaitForTheDisk(controller, false);
                ingest.take(NODE.text(), batch, 1);
                assertThat(booked(controller)).as("it is seen").isEqualTo(new Amount(10, 100));
                commitsWaitForTheDisk(controller, true);

                assertThat(ingest.take(NODE.text(), batch, 1))
                        .as("acknowledged")
                        .isEqualTo(1);
                mariaDb.kill();
            }
            mariaDb.restart();
            try (var controller = TestController.start(database, Map.of())) {
                assertThat(booked(controller)).isEqualTo(new Amount(10, 100));
                commitsWaitForTheDisk(controller, false);
            }
            assertThatThrownBy(() -> TestController.start(database, Map.of("logging.level.root", "OFF")))
                    .as("a controller on a database that may forget what it acknowledged")
                    .hasStackTraceContaining("innodb_flush_log_at_trx_commit is 0")
                    .hasStackTraceContaining("set it to 1");
        }
    }

    private static void commitsWaitForTheDisk(TestController controller, boolean wait) {
        var jdbc = controller.get(JdbcClient.class);
        jdbc.sql("SET GLOBAL innodb_flush_log_at_timeout = " + (wait ? 1 : 2_700))
                .update();
        jdbc.sql("SET GLOBAL innodb_flush_log_at_trx_commit = " + (wait ? 1 : 0))
                .update();
    }

    private static Amount booked(TestController controller) {
        return controller.get(OutboundUsage.class).onNode(NODE, Instant.now().minus(Duration.ofHours(2))).stream()
                .map(OutboundUsage.Through::amount)
                .reduce(Amount.NOTHING, CountingNode::plus);
    }

    private static SealedBatch batch() {
        int hour = (int) Duration.between(Instant.EPOCH, Instant.now()).toHours();
        return new SealedBatch(
                new Epoch("00".repeat(16)),
                1,
                new Digest("%064x".formatted(1)),
                List.of(),
                List.of(new OutboundRow("direct", hour, 10, 100)));
    }
}
