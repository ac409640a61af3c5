package io.fleetgram.bot.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.AccountName;
import io.fleetgram.bot.accounts.app.AddAccount;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeProfile;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.sync.BatchReceiver;
import io.fleetgram.parts.RealPart;
import io.fleetgram.parts.junit.Need;
import io.fleetgram.parts.mariadb.PrivateMariaDb;
import io.fleetgram.parts.mariadb.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** T2, the database as victim: what was acknowledged is there after a kill, and nothing is there twice. */
class KilledDatabaseIT {

    private static final int KILLS = 5;
    private static final long SEED = 20261120;

    /** A database that is away is told soon, and not at length. */
    private static final Map<String, Object> QUICKLY_TOLD =
            Map.of("fleetgram.database.connect-timeout", "1s", "logging.level.root", "OFF");

    @Test
    void a_database_that_is_killed_again_and_again_loses_and_doubles_no_byte() throws Exception {
        var random = new Random(SEED);
        try (var mariaDb = Need.of(RealPart.MARIADB, PrivateMariaDb.startTemporary())) {
            mariaDb.createDatabase("killed");
            var database =
                    new TestDatabase("killed", mariaDb.jdbcUrl("killed"), PrivateMariaDb.USER, mariaDb.password());
            try (var controller = TestController.start(database, QUICKLY_TOLD);
                    var killer = Executors.newSingleThreadScheduledExecutor()) {
                var account = addAccount(controller);
                var inbound = controller.get(Inbounds.class).all().getFirst().key();
                controller
                        .get(Nodes.class)
                        .add(new NodeKey("n1"), NodeProfile.of("de-1", "de1.example.org"), Instant.now());
                var node = new CountingNode("n1", List.of(account + "." + inbound), SEED);
                var receiver = controller.get(BatchReceiver.class);
                for (int i = 0; i < KILLS; i++) {
                    var killed = killer.schedule(mariaDb::kill, 20 + random.nextInt(150), TimeUnit.MILLISECONDS);
                    boolean cutOff = false;
                    while (!cutOff) {
                        node.seal(hour());
                        cutOff = sendUntilCutOff(node, receiver);
                    }
                    killed.get();
                    mariaDb.restart();
                    sendToTheEnd(node, receiver);
                }
                assertThat(controller.get(Usage.class).of(account).total())
                        .isEqualTo(node.counted().get(account + "." + inbound));
                assertThat(controller.events(TrafficGap.class)).isEmpty();
            }
        }
    }

    private static boolean sendUntilCutOff(CountingNode node, BatchReceiver receiver) {
        try {
            node.send(receiver);
            return false;
        } catch (DataAccessException | TransactionException away) {
            return true;
        }
    }

    private static void sendToTheEnd(CountingNode node, BatchReceiver receiver) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (sendUntilCutOff(node, receiver)) {
            assertThat(System.nanoTime()).as("the database comes back").isLessThan(end);
        }
    }

    private static AccountKey addAccount(TestController controller) {
        var name = (AccountName.Checked.Good) AccountName.check("anna");
        var actor = new AuditEntry.Actor.SystemActor("test");
        return ((AddAccount.Outcome.Added) controller.get(AddAccount.class).add(actor, name.name())).key();
    }

    private static int hour() {
        return (int) Duration.between(Instant.EPOCH, Instant.now()).toHours();
    }
}
