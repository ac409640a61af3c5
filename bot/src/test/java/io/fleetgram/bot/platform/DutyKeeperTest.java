package io.fleetgram.bot.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DutyKeeperTest {

    private static final Duration TERM = Duration.ofSeconds(10);

    private final FakeLeases leases = new FakeLeases();
    private final List<String> events = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final DutyKeeper keeper = new DutyKeeper(leases, "chat", TERM, new RecordedDuty(), () -> now);

    @Test
    void the_duty_begins_when_the_lease_is_free_and_ends_when_it_has_passed_on() {
        leases.taken = true;
        keeper.tick();
        assertThat(events).isEmpty();
        leases.taken = false;
        keeper.tick();
        keeper.tick();
        assertThat(events).containsExactly("begin 1");
        leases.renewable = false;
        leases.taken = true;
        keeper.tick();
        assertThat(events).containsExactly("begin 1", "end");
    }

    @Test
    void a_database_that_is_away_for_half_the_term_ends_the_duty() {
        keeper.tick();
        leases.away = true;
        now = now.plusSeconds(4);
        keeper.tick();
        assertThat(events).containsExactly("begin 1");
        now = now.plusSeconds(2);
        keeper.tick();
        assertThat(events).containsExactly("begin 1", "end");
        leases.away = false;
        keeper.tick();
        assertThat(events).containsExactly("begin 1", "end", "begin 2");
    }

    @Test
    void closing_ends_the_duty_and_gives_the_lease_back() {
        keeper.tick();
        keeper.close();
        assertThat(events).containsExactly("begin 1", "end");
        assertThat(leases.released).isTrue();
    }

    @Test
    void a_duty_that_cannot_begin_gives_the_lease_back() {
        leases.number = 99;
        keeper.tick();
        assertThat(events).containsExactly("end");
        assertThat(leases.released).isTrue();
    }

    private final class RecordedDuty implements Duty {
        @Override
        public void begin(Lease lease) {
            if (lease.number() == 100) {
                throw new IllegalStateException("cannot begin, on purpose");
            }
            events.add("begin " + lease.number());
        }

        @Override
        public void end() {
            events.add("end");
        }
    }

    private static final class FakeLeases implements Leases {
        boolean taken;
        boolean renewable = true;
        boolean away;
        boolean released;
        long number;

        @Override
        public Optional<Lease> take(String name, Duration term) {
            checkAway();
            return taken ? Optional.empty() : Optional.of(new Lease(name, ++number));
        }

        @Override
        public boolean renew(Lease lease, Duration term) {
            checkAway();
            return renewable;
        }

        @Override
        public void release(Lease lease) {
            released = true;
        }

        @Override
        public void fence(Lease lease) {
            throw new AssertionError("the keeper writes nothing under the lease");
        }

        private void checkAway() {
            if (away) {
                throw new IllegalStateException("the database is away");
            }
        }
    }
}
