package io.fleetgram.bench.controller;

import com.google.protobuf.ByteString;
import io.fleetgram.bench.Benchmark;
import io.fleetgram.bench.Measurement;
import io.fleetgram.bench.Sample;
import io.fleetgram.bench.Stopwatch;
import io.fleetgram.bench.Workplace;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.parts.mariadb.PrivateMariaDb;
import io.fleetgram.wire.agent.v1.ReportTrafficRequest;
import io.fleetgram.wire.agent.v1.TrafficBatch;
import io.fleetgram.wire.agent.v1.TrafficRow;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Rows of traffic a second that nodes hand over: gRPC, TLS, the account's rows, both tables, the cursor, the commit. */
public final class Ingest implements Benchmark {

    private static final String UNIT = "rows/s";
    private static final double OF_BARE = 0.5;
    /** Nodes that report at once, and connections of the other way. */
    private static final int AT_ONCE = 4;

    @Override
    public String name() {
        return "ingest";
    }

    @Override
    public List<Measurement> measure(Workplace place) throws IOException, InterruptedException {
        try (var controller = ProductController.start(place.directory())) {
            return measure(place, controller);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private List<Measurement> measure(Workplace place, ProductController controller)
            throws IOException, InterruptedException, SQLException {
        var size = place.size();
        var fleet = new Fleet(controller);
        place.say("ingest: adding accounts");
        var users = fleet.addAccounts(size.applied());
        var nodes = fleet.addNodes(2 * AT_ONCE);
        var ids = new Ids(controller);
        var batches = batches(users, size.rows());
        var bareRows = batches.stream().map(ids::rows).toList();
        var authority = controller.get(Authority.class).get().certificate();

        var product = new Sample();
        var bare = new Sample();
        int rounds = size.warmUps() + size.rounds();
        var senders = new ArrayList<Sender>();
        var upserts = new ArrayList<BareUpsert>();
        try {
            for (int one = 0; one < AT_ONCE; one++) {
                var node = nodes.get(one);
                senders.add(new Sender(new Calls(controller.port(), node.identity(), authority), one));
                upserts.add(new BareUpsert(
                        controller.jdbcUrl(),
                        PrivateMariaDb.USER,
                        controller.database().password()));
            }
            for (int round = 0; round < rounds; round++) {
                place.say("ingest: round %d of %d".formatted(round + 1, rounds));
                double productRate = rate(
                        size.batches(), size.rows(), one -> senders.get(one).send(batches, size.batches()));
                double bareRate = rate(size.batches(), size.rows(), one -> {
                    long node = ids.node(nodes.get(AT_ONCE + one).key().text());
                    for (int batch = 0; batch < size.batches(); batch++) {
                        upserts.get(one).book(node, hour(), bareRows.get(batch % bareRows.size()));
                    }
                });
                if (round >= size.warmUps()) {
                    product.add(productRate);
                    bare.add(bareRate);
                }
            }
        } finally {
            senders.forEach(Sender::close);
            for (var upsert : upserts) {
                upsert.close();
            }
        }
        return List.of(Measurement.of(name(), product.median(), UNIT, product.size())
                .against("a bare multi-row upsert", bare.median())
                .ratioAtLeast(OF_BARE));
    }

    /** What one of several threads does. */
    private interface Share {
        void run(int number) throws IOException, SQLException;
    }

    private static double rate(int batches, int rows, Share share) throws IOException, InterruptedException {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var watch = Stopwatch.start();
            var shares = IntStream.range(0, AT_ONCE)
                    .<Callable<Boolean>>mapToObj(number -> () -> {
                        share.run(number);
                        return true;
                    })
                    .toList();
            for (var ended : threads.invokeAll(shares)) {
                ended.get();
            }
            return watch.rate(AT_ONCE * batches * rows);
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    /** Batches of rows, each user at most once in one, spread over all users. */
    private static List<List<TrafficRow>> batches(List<String> users, int rows) {
        var batches = new ArrayList<List<TrafficRow>>();
        for (int from = 0; from + rows <= users.size(); from += rows) {
            batches.add(users.subList(from, from + rows).stream()
                    .map(user -> TrafficRow.newBuilder()
                            .setKey(user)
                            .setHour(hour())
                            .setUplink(1_000)
                            .setDownlink(100_000)
                            .build())
                    .toList());
        }
        return batches;
    }

    private static int hour() {
        return (int) Duration.between(Instant.EPOCH, Instant.now()).toHours();
    }

    /** One node's reports, one in flight, numbered as an agent numbers them. */
    private static final class Sender implements AutoCloseable {

        private final Calls calls;
        private final ByteString epoch;
        private long sequence;

        Sender(Calls calls, int number) {
            this.calls = calls;
            this.epoch = ByteString.copyFrom(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) number});
        }

        void send(List<List<TrafficRow>> batches, int count) throws IOException {
            for (int batch = 0; batch < count; batch++) {
                sequence++;
                var sealed = TrafficBatch.newBuilder()
                        .setEpoch(epoch)
                        .setSequence(sequence)
                        .addAllRows(batches.get(batch % batches.size()))
                        .build();
                var answer = calls.call()
                        .reportTraffic(ReportTrafficRequest.newBuilder()
                                .setBatch(sealed.toByteString())
                                .build());
                if (answer.getCursor().getSequence() != sequence) {
                    throw new IOException("batch " + sequence + " was not acknowledged");
                }
            }
        }

        @Override
        public void close() {
            calls.close();
        }
    }

    /** The numbers under which the database keeps what the protocol names by keys. */
    private static final class Ids {

        private final Map<String, Long> ids = new HashMap<>();

        Ids(ProductController controller) throws SQLException {
            try (var connection = DriverManager.getConnection(
                            controller.jdbcUrl(),
                            PrivateMariaDb.USER,
                            controller.database().password());
                    var statement = connection.createStatement()) {
                for (var sql : List.of(
                        "SELECT account_key, id FROM account",
                        "SELECT inbound_key, id FROM inbound",
                        "SELECT node_key, id FROM node")) {
                    try (var rows = statement.executeQuery(sql)) {
                        while (rows.next()) {
                            ids.put(rows.getString(1), rows.getLong(2));
                        }
                    }
                }
            }
        }

        long node(String key) {
            return ids.getOrDefault(key, 0L);
        }

        List<BareUpsert.Row> rows(List<TrafficRow> batch) {
            return batch.stream()
                    .map(row -> {
                        int dot = row.getKey().indexOf('.');
                        return new BareUpsert.Row(
                                ids.getOrDefault(row.getKey().substring(0, dot), 0L),
                                ids.getOrDefault(row.getKey().substring(dot + 1), 0L),
                                row.getUplink(),
                                row.getDownlink());
                    })
                    .sorted(Comparator.comparingLong(BareUpsert.Row::account)
                            .thenComparingLong(BareUpsert.Row::inbound))
                    .toList();
        }
    }
}
