package io.fleetgram.bench.controller;

import io.fleetgram.bench.Benchmark;
import io.fleetgram.bench.Measurement;
import io.fleetgram.bench.Sample;
import io.fleetgram.bench.Workplace;
import io.fleetgram.bench.bare.BareController;
import io.fleetgram.bench.bare.Entries;
import io.fleetgram.bench.bare.Pki;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.bot.sync.app.Watches;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * From the commit of a change that concerns every node to the answers of the polls that wait, each over its own TLS
 * connection; and what it takes longer when the polls wait at a second controller process.
 */
public final class Wake implements Benchmark {

    private static final double TIMES_BARE = 1.5;
    private static final double MOST_MILLIS_LATER = 300;
    private static final double NANOS_IN_A_MILLISECOND = 1e6;
    private static final int P99 = 99;
    /** Long enough for polls that were just answered to be back. */
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    /** How late each poll was answered, and the last of each round. */
    private record Lateness(Sample each, Sample last) {

        Lateness() {
            this(new Sample(), new Sample());
        }

        void add(long committed, long[] moments) {
            double latest = 0;
            for (long moment : moments) {
                double millis = (moment - committed) / NANOS_IN_A_MILLISECOND;
                each.add(millis);
                latest = Math.max(latest, millis);
            }
            last.add(latest);
        }
    }

    @Override
    public String name() {
        return "wake";
    }

    @Override
    public List<Measurement> measure(Workplace place) throws IOException, InterruptedException {
        try (var controller = ProductController.start(place.directory())) {
            var fleet = new Fleet(controller);
            place.say("wake: adding %,d nodes".formatted(place.size().polls()));
            var pki = new Pki(controller.get(Authority.class).get());
            var nodes = fleet.addNodes(place.size().polls()).stream()
                    .map(Fleet.JoinedNode::identity)
                    .toList();
            var bare = new Lateness();
            var product = new Lateness();
            here(place, controller, fleet, pki, nodes, bare, product);
            var elsewhere = new Lateness();
            elsewhere(place, controller, fleet, pki, nodes, elsewhere);
            return measurements(bare, product, elsewhere);
        }
    }

    private static List<Measurement> measurements(Lateness bare, Lateness product, Lateness elsewhere) {
        int rounds = product.last().size();
        return List.of(
                Measurement.of("wake p99", product.each().percentile(P99), "ms", rounds)
                        .against("a bare long-poll server", bare.each().percentile(P99))
                        .ratioAtMost(TIMES_BARE),
                Measurement.of("wake p50", product.each().median(), "ms", rounds)
                        .against("a bare long-poll server", bare.each().median()),
                Measurement.of("wake last", product.last().median(), "ms", rounds)
                        .against("a bare long-poll server", bare.last().median())
                        .ratioAtMost(TIMES_BARE),
                Measurement.of(
                                "wake second process",
                                elsewhere.last().median() - product.last().median(),
                                "ms later",
                                rounds)
                        .atMost(MOST_MILLIS_LATER));
    }

    private static void here(
            Workplace place,
            ProductController controller,
            Fleet fleet,
            Pki pki,
            List<Pki.Identity> nodes,
            Lateness bare,
            Lateness product)
            throws IOException, InterruptedException {
        var authority = pki.authority().certificate();
        try (var bareController = BareController.start(pki);
                var atProduct = Herd.at(
                        controller.port(), authority, nodes, place.directory().resolve("herd"));
                var atBare = Herd.at(
                        bareController.port(),
                        authority,
                        nodes,
                        place.directory().resolve("bare-herd"))) {
            long bareVersion = bareController.put(List.of(Entries.account(0), Entries.account(1)));
            atBare.moments(bareVersion);
            atProduct.moments(fleet.version());
            int warmUps = warmUps(place);
            for (int round = 0; round < warmUps + place.size().wakes(); round++) {
                sayRound(place, "wake", round, warmUps);
                awaitParked(controller.get(Watches.class), nodes.size());
                long committed = fleet.commitOne();
                var moments = atProduct.moments(fleet.version());
                bareController.awaitParked(nodes.size());
                var entries = List.of(Entries.account(2 * round + 2), Entries.account(2 * round + 3));
                long put = System.nanoTime();
                var bareMoments = atBare.moments(bareController.put(entries));
                if (round >= warmUps) {
                    product.add(committed, moments);
                    bare.add(put, bareMoments);
                }
            }
        }
    }

    private static void elsewhere(
            Workplace place,
            ProductController controller,
            Fleet fleet,
            Pki pki,
            List<Pki.Identity> nodes,
            Lateness elsewhere)
            throws IOException, InterruptedException {
        place.say("wake: starting a second controller process");
        try (var other = OtherController.start(
                        controller.settings(), place.directory().resolve("other"));
                var herd = Herd.at(
                        other.port(),
                        pki.authority().certificate(),
                        nodes,
                        place.directory().resolve("other-herd"))) {
            herd.moments(fleet.version());
            int warmUps = warmUps(place);
            for (int round = 0; round < warmUps + place.size().wakes(); round++) {
                sayRound(place, "wake, second process", round, warmUps);
                LockSupport.parkNanos(PAUSE_NANOS);
                long committed = fleet.commitOne();
                var moments = herd.moments(fleet.version());
                if (round >= warmUps) {
                    elsewhere.add(committed, moments);
                }
            }
        }
    }

    private static int warmUps(Workplace place) {
        return 3 * place.size().warmUps();
    }

    private static void sayRound(Workplace place, String what, int round, int warmUps) {
        if (round % 10 == 0) {
            place.say("%s: round %d of %d"
                    .formatted(what, round + 1, warmUps + place.size().wakes()));
        }
    }

    private static void awaitParked(Watches watches, int polls) {
        while (watches.parked() < polls) {
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
