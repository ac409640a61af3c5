package io.fleetgram.bench.endtoend;

import io.fleetgram.bench.Benchmark;
import io.fleetgram.bench.Measurement;
import io.fleetgram.bench.Sample;
import io.fleetgram.bench.Workplace;
import io.fleetgram.demo.stack.Stack;
import io.fleetgram.demo.stack.StackOptions;
import io.fleetgram.demo.walk.NewNode;
import io.fleetgram.demo.walk.OwnerInChat;
import io.fleetgram.parts.core.Cores;
import io.fleetgram.parts.mariadb.PrivateMariaDb;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * From the arrival of the tap that makes an account active to the last core's word that it has it, with every process of
 * the product on this machine.
 */
public final class TapToActive implements Benchmark {

    private static final int NODES = 3;
    private static final int WARM_UPS = 20;
    private static final int P99 = 99;
    private static final double MOST_MILLIS = 300;
    private static final String ACCOUNT = "anna";

    @Override
    public String name() {
        return "tap_to_active";
    }

    @Override
    public List<Measurement> measure(Workplace place) throws IOException, InterruptedException {
        var options = new StackOptions(place.directory().resolve("stack"), OptionalInt.empty(), Cores.best());
        try (var stack = Stack.start(options, place.progress());
                var database = DriverManager.getConnection(
                        stack.database().jdbcUrl("fleetgram"),
                        PrivateMariaDb.USER,
                        stack.database().password())) {
            var owner = OwnerInChat.at(stack.emulator().address());
            var logs = new ArrayList<AgentLog>();
            for (int number = 1; number <= NODES; number++) {
                place.say("tap_to_active: node %d joins".formatted(number));
                var node = stack.nodes().number(number);
                var name = "de-" + number;
                node.enroll(owner.addNode(new NewNode(name, node.address(), "Frankfurt")));
                node.start();
                owner.seesJoined(name);
                logs.add(new AgentLog(node.log()));
            }
            owner.addAccount(ACCOUNT);
            for (var log : logs) {
                log.awaitAdded();
            }
            return rounds(place, owner, logs, database);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private List<Measurement> rounds(Workplace place, OwnerInChat owner, List<AgentLog> logs, Connection database)
            throws IOException, InterruptedException, SQLException {
        var millis = new Sample();
        int warmUps = place.size().warmUps() == 0 ? 0 : WARM_UPS;
        int rounds = warmUps + place.size().taps();
        for (int round = 0; round < rounds; round++) {
            if (round % WARM_UPS == 0) {
                place.say("tap_to_active: round %d of %d".formatted(round + 1, rounds));
            }
            owner.acts(ACCOUNT, "Suspend");
            for (var log : logs) {
                log.skip();
            }
            owner.acts(ACCOUNT, "Resume");
            var active = Instant.EPOCH;
            for (var log : logs) {
                var added = log.awaitAdded();
                active = added.isAfter(active) ? added : active;
            }
            if (round >= warmUps) {
                millis.add((double) Duration.between(tapped(database), active).toMillis());
            }
        }
        return List.of(
                Measurement.of("tap_to_active p99", millis.percentile(P99), "ms", millis.size())
                        .atMost(MOST_MILLIS),
                Measurement.of("tap_to_active p50", millis.median(), "ms", millis.size()));
    }

    /** When the last update reached the controller. */
    private static Instant tapped(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "SELECT received_at FROM telegram_inbox ORDER BY position DESC LIMIT 1")) {
            rows.next();
            return rows.getObject(1, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        }
    }
}
