package io.fleetgram.demo.chaos;

import io.fleetgram.demo.books.Books;
import io.fleetgram.demo.stack.DidNotStart;
import io.fleetgram.demo.stack.Until;
import io.fleetgram.demo.walk.OwnerInChat;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** Deals the blows of a plan, each at its moment. */
final class Blows {

    /** How often a moment was aimed at, and how often the victim died in it. */
    record Aimed(int times, int hits) {
        Aimed plus(boolean hit) {
            return new Aimed(times + 1, hits + (hit ? 1 : 0));
        }
    }

    private static final Duration BATCH_COMES = Duration.ofSeconds(20);
    private static final long COMMIT_DIVISOR = 1_000;
    private static final long BRIEFLY = 4;
    private static final long BLINK_NANOS = 300_000;

    private final Fleet fleet;
    private final Books books;
    private final OwnerInChat owner;
    private final List<String> added = new ArrayList<>();
    private final Map<Moment, Aimed> aimed = new EnumMap<>(Moment.class);

    Blows(Fleet fleet, Books books, OwnerInChat owner) {
        this.fleet = fleet;
        this.books = books;
        this.owner = owner;
    }

    /** Waits until everybody is there who has a part in it, and strikes. */
    void deal(Stroke stroke) throws InterruptedException {
        awaitCast(stroke);
        pass(stroke.delay());
        boolean hit = strike(stroke);
        aimed.merge(stroke.moment(), new Aimed(0, 0).plus(hit), (all, one) -> all.plus(hit));
    }

    private void awaitCast(Stroke stroke) {
        stroke.victims().forEach(victim -> fleet.keeper(victim, stroke.node()).awaitBack());
        switch (stroke.moment()) {
            case BOOKING, COMMIT, BOOKED, ACCOUNT_COMES -> {
                fleet.keeper(Victim.CONTROLLER, stroke.node()).awaitBack();
                fleet.keeper(Victim.MARIADB, stroke.node()).awaitBack();
                fleet.keeper(Victim.AGENT, stroke.node()).awaitBack();
            }
            default -> {
                if (stroke.strikes(Victim.CORE)) {
                    fleet.keeper(Victim.AGENT, stroke.node()).awaitBack();
                }
            }
        }
    }

    private boolean strike(Stroke stroke) throws InterruptedException {
        return switch (stroke.moment()) {
            case ANY -> {
                kill(stroke);
                yield true;
            }
            case BOOKING -> whileBooking(stroke);
            case COMMIT -> atCommit(stroke);
            case BOOKED -> onceBooked(stroke);
            case ACCOUNT_COMES -> whenAnAccountComes(stroke);
            case STARTING -> onceMoreWhileItStarts(stroke);
            case AT_REST -> core(stroke, true, false);
            case UNDER_TRAFFIC -> core(stroke, false, true);
            case TOGETHER -> together(stroke);
        };
    }

    private void kill(Stroke stroke) {
        stroke.victims().forEach(victim -> fleet.keeper(victim, stroke.node()).kill());
    }

    private boolean whileBooking(Stroke stroke) {
        try (var hold = Hold.on(books, fleet.node(stroke.node()).name())) {
            boolean hit = hold.holdsOneUp(BATCH_COMES);
            kill(stroke);
            pass(stroke.second());
            return hit;
        } catch (SQLException e) {
            throw new IllegalStateException("The database was away when nobody had killed it", e);
        }
    }

    private boolean atCommit(Stroke stroke) {
        boolean hit;
        try (var hold = Hold.on(books, fleet.node(stroke.node()).name())) {
            hit = hold.holdsOneUp(BATCH_COMES);
        } catch (SQLException e) {
            throw new IllegalStateException("The database was away when nobody had killed it", e);
        }
        pass(stroke.second().dividedBy(COMMIT_DIVISOR));
        kill(stroke);
        return hit;
    }

    private boolean onceBooked(Stroke stroke) {
        var node = fleet.node(stroke.node()).name();
        try (var connection = books.connect();
                var question = connection.prepareStatement("""
                    SELECT COALESCE(SUM(sequence), 0) FROM traffic_cursor
                     WHERE node_id = (SELECT id FROM node WHERE name = ?)
                    """)) {
            question.setString(1, node);
            long before = number(question);
            long deadline = System.nanoTime() + BATCH_COMES.toNanos();
            boolean hit = false;
            while (!hit && System.nanoTime() < deadline) {
                LockSupport.parkNanos(BLINK_NANOS);
                hit = number(question) != before;
            }
            kill(stroke);
            return hit;
        } catch (SQLException e) {
            throw new IllegalStateException("The database was away when nobody had killed it", e);
        }
    }

    private static long number(java.sql.PreparedStatement question) throws SQLException {
        try (var answer = question.executeQuery()) {
            answer.next();
            return answer.getLong(1);
        }
    }

    private boolean whenAnAccountComes(Stroke stroke) throws InterruptedException {
        var name = KillRun.LATE + (added.size() + 1);
        owner.beginsToAddAccount();
        owner.person().says(name);
        added.add(name);
        pass(stroke.second().dividedBy(BRIEFLY));
        kill(stroke);
        return true;
    }

    private boolean onceMoreWhileItStarts(Stroke stroke) {
        var keeper = fleet.keeper(stroke.victims().getFirst(), stroke.node());
        int before = keeper.launches();
        keeper.kill();
        if (!Until.isTrue(BATCH_COMES, () -> keeper.launches() > before)) {
            throw new DidNotStart("Nobody starts it again: " + stroke);
        }
        pass(stroke.second());
        boolean hit = !keeper.isBack();
        keeper.kill();
        return hit;
    }

    private boolean core(Stroke stroke, boolean all, boolean underTraffic) {
        var node = fleet.node(stroke.node());
        node.traffic().restUntilCounted(all);
        node.traffic().killCore(underTraffic, node.core()::kill);
        return true;
    }

    private boolean together(Stroke stroke) {
        var node = fleet.node(stroke.node());
        if (stroke.strikes(Victim.CORE)) {
            node.traffic().restUntilCounted(true);
        }
        for (var victim : stroke.victims()) {
            if (victim == Victim.CORE) {
                node.traffic().killCore(false, node.core()::kill);
            } else {
                fleet.keeper(victim, stroke.node()).kill();
            }
            if (victim == stroke.victims().getFirst()) {
                pass(stroke.second().dividedBy(BRIEFLY));
            }
        }
        return true;
    }

    private static void pass(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /** Accounts that came in during the run. */
    List<String> added() {
        return List.copyOf(added);
    }

    Map<Moment, Aimed> aimed() {
        return Map.copyOf(aimed);
    }
}
