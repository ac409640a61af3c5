package io.fleetgram.agent.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.pace.Backoff;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.LastGoodState;
import io.fleetgram.shared.pki.KeyPairs;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A hundred agents lose their controller in the same second and get it back ten minutes later; the clock is moved by hand.
 *
 * <p>The return window is as long as the longest pause and one attempt to connect that is in vain; it begins when the
 * controller is back. The mean is a hundred agents over that window.
 */
class ReturnOfManyAgentsTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int AGENTS = 100;
    private static final int RUNS = 200;
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final Duration AWAY = Duration.ofMinutes(10);

    @TempDir
    Path directory;

    /** An attempt is refused at once, or hangs until its deadline. */
    @ParameterizedTest
    @ValueSource(longs = {0, 5})
    void all_are_back_within_the_window_which_is_under_a_minute(long attemptSeconds) {
        var attempt = Duration.ofSeconds(attemptSeconds);
        var window = LONGEST.plus(attempt);
        assertThat(window).isLessThan(Duration.ofSeconds(60));
        for (int run = 0; run < RUNS; run++) {
            assertThat(returns(run, attempt))
                    .hasSize(AGENTS)
                    .allSatisfy(after -> assertThat(after).isBetween(Duration.ZERO, window));
        }
    }

    /** Over many runs no second is preferred: the expected arrivals of each stay well under twice the mean. */
    @ParameterizedTest
    @ValueSource(longs = {0, 5})
    void no_second_of_the_window_is_expected_to_bring_twice_the_mean(long attemptSeconds) {
        var attempt = Duration.ofSeconds(attemptSeconds);
        double mean = AGENTS / (double) LONGEST.plus(attempt).toSeconds();
        var bySecond = new int[60];
        for (int run = 0; run < RUNS; run++) {
            returns(run, attempt).forEach(after -> bySecond[(int) after.toSeconds()]++);
        }
        int busiest = IntStream.of(bySecond).max().orElseThrow();
        assertThat(busiest / (double) RUNS).isLessThan(1.7 * mean);
    }

    /** In one run chance adds to that; over five seconds it is small: in 19 of 20 runs none bring twice their mean. */
    @ParameterizedTest
    @ValueSource(longs = {0, 5})
    void in_19_of_20_runs_no_five_seconds_bring_twice_their_mean(long attemptSeconds) {
        var attempt = Duration.ofSeconds(attemptSeconds);
        double mean = 5.0 * AGENTS / LONGEST.plus(attempt).toSeconds();
        long crowded = IntStream.range(0, RUNS)
                .filter(run -> most(returns(run, attempt), Duration.ofSeconds(5)) > 2 * mean)
                .count();
        assertThat(crowded).isLessThanOrEqualTo(RUNS / 20);
    }

    /** The poll loop itself, asked for its pauses by hand, comes back at the very times that are computed above. */
    @Test
    void the_poll_loops_come_back_at_these_times() throws IOException {
        var fleet = new FakeFleet(batch -> new Cursor(new Epoch(5, 5), 3));
        var returns = new ArrayList<Duration>();
        var seeds = new SplittableRandom(3);
        for (int agent = 0; agent < AGENTS; agent++) {
            try (var state = LastGoodState.open(directory.resolve("state-" + agent))) {
                var loop = loop(fleet, state, new Backoff(FIRST, LONGEST, seeds.split()));
                var now = Duration.ZERO;
                while (!loop.isConnected()) {
                    fleet.beAway(now.compareTo(AWAY) < 0);
                    var began = now;
                    now = now.plus(loop.tick());
                    if (loop.isConnected()) {
                        returns.add(began.minus(AWAY));
                    }
                }
            }
        }
        assertThat(returns).isEqualTo(returns(3, Duration.ZERO));
    }

    private PollLoop loop(FakeFleet fleet, LastGoodState state, Backoff backoff) {
        var clock = new ControllerClock(() -> Instant.EPOCH, () -> Duration.ZERO, Instant.EPOCH);
        var controller = new FakeController(fleet);
        var keys = KeyPairs.generate(RANDOM);
        var credentials = new Credentials(
                FakeFleet.NODE_KEY,
                "de-1",
                keys.getPrivate(),
                fleet.certify(keys.getPublic()),
                List.of(new ControllerAddress("a", 1)));
        var events = new PollEvents() {
            @Override
            public void stateStored() {}

            @Override
            public void commandsCame() {}

            @Override
            public void controllerBack() {}

            @Override
            public void removed(String why) {}
        };
        var agent = new AgentDirectory(directory);
        return new PollLoop(
                new PollLoop.Parts(
                        controller,
                        state,
                        new NoCursors(),
                        new NoCommands(),
                        clock,
                        new Renewal(agent, credentials, controller, clock, RANDOM),
                        new Notices(clock),
                        events,
                        new Epoch(5, 5),
                        Duration.ZERO,
                        new SyncAttempts()),
                backoff);
    }

    @Test
    void the_pauses_never_end_nor_grow_beyond_the_longest() {
        var backoff = new Backoff(FIRST, LONGEST, new SplittableRandom(1));
        for (int i = 0; i < 100_000; i++) {
            assertThat(backoff.next()).isPositive().isLessThanOrEqualTo(LONGEST);
        }
    }

    /** Returns how long after the controller's return each agent's first answered attempt began. */
    private static List<Duration> returns(long seed, Duration attempt) {
        var seeds = new SplittableRandom(seed);
        var returns = new ArrayList<Duration>();
        for (int agent = 0; agent < AGENTS; agent++) {
            var backoff = new Backoff(FIRST, LONGEST, seeds.split());
            var now = Duration.ZERO;
            while (now.compareTo(AWAY) < 0) {
                now = now.plus(attempt).plus(backoff.next());
            }
            returns.add(now.minus(AWAY));
        }
        return returns;
    }

    private static int most(List<Duration> returns, Duration within) {
        return returns.stream()
                .mapToInt(begin -> (int) returns.stream()
                        .filter(after -> after.compareTo(begin) >= 0
                                && after.minus(begin).compareTo(within) < 0)
                        .count())
                .max()
                .orElse(0);
    }

    private static final class NoCursors implements CursorKeeper {

        @Override
        public boolean waitsForCursors() {
            return false;
        }

        @Override
        public List<Epoch> epochsToAskFor() {
            return List.of();
        }

        @Override
        public void cursors(Collection<Cursor> cursors) {}

        @Override
        public void forgetCursors() {}
    }
}
