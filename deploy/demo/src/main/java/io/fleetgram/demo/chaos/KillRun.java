package io.fleetgram.demo.chaos;

import io.fleetgram.demo.books.Amount;
import io.fleetgram.demo.books.Books;
import io.fleetgram.demo.books.Cell;
import io.fleetgram.demo.chaos.traffic.Answerer;
import io.fleetgram.demo.chaos.traffic.NodeTraffic;
import io.fleetgram.demo.stack.Stack;
import io.fleetgram.demo.stack.Until;
import io.fleetgram.demo.walk.OwnerInChat;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * One kill run on a stack whose nodes have joined: accounts are added in the chat, traffic flows through every node, the plan's blows
 * fall, and in the end every byte is looked for in the books.
 */
public final class KillRun {

    /**
     * What it runs on.
     *
     * @param nodeName the name under which a machine of that number has joined
     */
    public record Product(Stack stack, OwnerInChat owner, IntFunction<String> nodeName) {}

    /** Accounts that come in between blows are called so, with a number. */
    static final String LATE = "late-";

    private static final String RESTLESS = "restless";
    private static final List<String> CALM = List.of("calm-1", "calm-2");
    private static final Duration BOOKED = Duration.ofMinutes(2);

    private final Product product;
    private final Plan plan;
    private final Consumer<String> progress;
    private final Books books;
    private final List<String> faults = new ArrayList<>();

    public KillRun(Product product, Plan plan, Consumer<String> progress) {
        this.product = product;
        this.plan = plan;
        this.progress = progress;
        this.books = new Books(product.stack().database());
    }

    /**
     * Runs it.
     *
     * @throws io.fleetgram.demo.stack.DidNotStart if something does not come back
     */
    public Result run() throws InterruptedException {
        long start = System.nanoTime();
        var seeds = new Random(plan.seed());
        var owner = product.owner();
        owner.addAccount(RESTLESS);
        try (var site = Answerer.start()) {
            var fleet = new Fleet(product, RESTLESS, owner.link(RESTLESS), site, plan.nodes(), seeds);
            try {
                for (var account : CALM) {
                    owner.addAccount(account);
                    fleet.addCalm(account, owner.link(account));
                }
                fleet.onEachNode(NodeTraffic::flow);
                progress.accept("traffic flows through %d nodes".formatted(plan.nodes()));
                return run(fleet, start);
            } finally {
                fleet.abandon();
            }
        }
    }

    private Result run(Fleet fleet, long start) throws InterruptedException {
        var blows = new Blows(fleet, books, product.owner());
        try (var watch = new Watch(books, fleet::moved)) {
            for (var stroke : plan.strokes()) {
                progress.accept(stroke.toString());
                blows.deal(stroke);
            }
            fleet.awaitAllBack();
            for (var account : blows.added()) {
                product.owner().seesAccount(account);
                fleet.addCalm(account, product.owner().link(account));
            }
            fleet.onEachNode(NodeTraffic::flow);
            progress.accept("all are back and all accounts are served; waiting for the books");
            awaitBooked(fleet);
            // One exchange more on each lane: behind it nothing is left that could still come in twice.
            fleet.onEachNode(NodeTraffic::end);
            var comparison = awaitBooked(fleet);
            compareSums(comparison);
            faults.addAll(fleet.noticed());
            faults.addAll(watch.faults());
            return new Result(
                    plan,
                    product.stack().core(),
                    Result.losses(fleet),
                    blows.aimed(),
                    comparison,
                    watch.looks(),
                    faults,
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private Comparison awaitBooked(Fleet fleet) {
        fleet.onEachNode(traffic -> traffic.restUntilCounted(true));
        var moved = fleet.moved();
        Until.isTrue(BOOKED, () -> Comparison.of(moved, booked()).isGood());
        return Comparison.of(moved, booked());
    }

    private Map<Cell, Amount> booked() {
        try {
            return books.cells();
        } catch (SQLException e) {
            throw new IllegalStateException("The books cannot be read", e);
        }
    }

    /** An account's own sum is written by another statement than its cells. */
    private void compareSums(Comparison comparison) {
        try {
            var totals = books.totals();
            comparison.bookedByAccount().forEach((account, sum) -> {
                if (!sum.equals(totals.getOrDefault(account, Amount.NONE))) {
                    faults.add("%s: its nodes have %s, its own sum is %s".formatted(account, sum, totals.get(account)));
                }
            });
            long unclaimed = books.unclaimed();
            if (unclaimed != 0) {
                faults.add("%d bytes are booked under keys that no account has".formatted(unclaimed));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The books cannot be read", e);
        }
    }
}
