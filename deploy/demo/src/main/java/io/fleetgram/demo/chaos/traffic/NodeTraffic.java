package io.fleetgram.demo.chaos.traffic;

import io.fleetgram.demo.books.Cell;
import io.fleetgram.demo.stack.DidNotStart;
import io.fleetgram.demo.stack.NodeProcess;
import io.fleetgram.demo.stack.Until;
import io.fleetgram.parts.vless.VlessClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * All traffic through one node: calm lanes, which rest whenever its core is to die, and a restless one, which may go on.
 *
 * <p>A stream that breaks is expected while the core is dead. At any other time a user has noticed something.
 */
public final class NodeTraffic implements Lane.Listener {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** The agent tells the age of its reading in whole milliseconds. */
    private static final Duration ROUNDING = Duration.ofMillis(2);

    /** The exchange that was under way when the core died may still come to its end. */
    private static final int PROOF_OF_SERVICE = 2;

    private final NodeProcess node;
    private final List<Lane> calm = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedQueue<String> noticed = new ConcurrentLinkedQueue<>();
    private final Lane restless;
    private volatile boolean coreIsDead;
    private volatile long servedBefore;
    private volatile Duration oldestReading = Duration.ZERO;

    public NodeTraffic(NodeProcess node, Cell restless, VlessClient client, Answerer site, long seed) {
        this.node = node;
        this.restless = new Lane(restless, client, site, this, seed);
    }

    public void addCalm(Cell cell, VlessClient client, Answerer site, long seed) {
        calm.add(new Lane(cell, client, site, this, seed));
    }

    /** Every lane. */
    public List<Lane> lanes() {
        var all = new java.util.ArrayList<>(calm);
        all.add(restless);
        return all;
    }

    /** Lets all lanes flow, and waits until each has moved something. */
    public void flow() {
        for (var lane : lanes()) {
            long before = lane.exchanges();
            lane.go();
            require(() -> lane.exchanges() > before, "%s is not served".formatted(lane.cell()));
        }
    }

    /** Brings the calm lanes, or all, to rest and waits until the agent has counted all that they moved. */
    public void restUntilCounted(boolean all) {
        var resting = all ? lanes() : List.copyOf(calm);
        resting.forEach(Lane::rest);
        require(() -> resting.stream().allMatch(Lane::rests), "traffic through %s does not come to rest");
        long since = System.nanoTime();
        require(
                () -> lastReadingBegan().filter(began -> began - since > 0).isPresent(),
                "the agent of %s does not read the core's counters");
    }

    /** Waits until the restless lane has ended, and then the calm ones, each after one exchange more. */
    public void end() {
        endAfterOneMore(restless);
        calm.forEach(this::endAfterOneMore);
    }

    private void endAfterOneMore(Lane lane) {
        long before = lane.exchanges();
        lane.go();
        require(() -> lane.exchanges() > before, "%s is not served".formatted(lane.cell()));
        lane.end();
        require(lane::rests, "%s does not come to its end".formatted(lane.cell()));
    }

    /**
     * Kills the core; the calm lanes must rest.
     *
     * @param underTraffic whether the restless lane goes on; else it rests, too
     */
    public void killCore(boolean underTraffic, Runnable kill) {
        var read = readBefore(underTraffic);
        servedBefore = Long.MAX_VALUE - PROOF_OF_SERVICE;
        coreIsDead = true;
        kill.run();
        calm.forEach(Lane::streamIsGone);
        if (underTraffic) {
            restless.coreDied(restless.wholeBy(read));
        } else {
            restless.streamIsGone();
        }
        servedBefore = restless.exchanges();
        restless.go();
    }

    private long readBefore(boolean underTraffic) {
        if (!underTraffic) {
            return System.nanoTime();
        }
        require(() -> lastReadingBegan().isPresent(), "the agent of %s does not tell of its readings");
        long began =
                lastReadingBegan().orElseThrow(() -> new DidNotStart("the agent was gone when its core was to die"));
        var age = Duration.ofNanos(System.nanoTime() - began);
        oldestReading = age.compareTo(oldestReading) > 0 ? age : oldestReading;
        return began;
    }

    /** Says whether a user is served again since the core was killed; if so, the calm lanes go on. */
    public boolean servesAgain() {
        if (restless.exchanges() < servedBefore + PROOF_OF_SERVICE) {
            return false;
        }
        coreIsDead = false;
        calm.forEach(Lane::go);
        return true;
    }

    /** By {@link System#nanoTime}, never too late. */
    private Optional<Long> lastReadingBegan() {
        long asked = System.nanoTime();
        return node.readingAge().map(age -> asked - age.plus(ROUNDING).toNanos());
    }

    private void require(java.util.function.BooleanSupplier condition, String trouble) {
        if (!Until.isTrue(PATIENCE, condition)) {
            throw new DidNotStart(trouble.formatted(node.address()) + " within " + PATIENCE.toSeconds() + " s");
        }
    }

    @Override
    public void brokeOff(Cell cell, IOException why) {
        if (!coreIsDead) {
            noticed.add("a stream of %s broke while its core was to run: %s".formatted(cell, why));
        }
    }

    /** What users noticed that they should not have. */
    public List<String> noticed() {
        return List.copyOf(noticed);
    }

    /** The longest time that a reading lay back when the core was killed under traffic. */
    public Duration oldestReading() {
        return oldestReading;
    }
}
