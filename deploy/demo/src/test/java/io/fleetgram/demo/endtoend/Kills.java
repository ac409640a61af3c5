package io.fleetgram.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.chaos.KillRun;
import io.fleetgram.demo.chaos.Plan;
import io.fleetgram.demo.chaos.Victim;
import io.fleetgram.demo.coverage.Shows;
import io.fleetgram.parts.core.CoreKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A kill run; {@code deploy/chaos/run} does the same from the command line. */
@Timeout(3_600)
abstract class Kills extends EndToEnd {

    static final boolean FULL = Boolean.getBoolean("full");

    private static final int NODES = 2;
    private static final long USUAL_SEED = 4_711;
    private static final int FEWEST_OF_EACH_VICTIM = 5;
    private static final int CALM_CELLS = 8;

    private final int kills;

    Kills(CoreKind kind, int kills) {
        super(kind, NODES);
        this.kills = Integer.getInteger("chaos.kills", kills);
    }

    @Test
    @Shows({"T2", "T3", "A7"})
    void agent_controller_database_and_core_are_killed_under_traffic_and_every_byte_is_counted_once()
            throws InterruptedException {
        var product = new KillRun.Product(stage().stack(), stage().owner(), Stage::name);
        long seed = Long.getLong("chaos.seed", FULL ? System.currentTimeMillis() % 1_000_000 : USUAL_SEED);
        var plan = Plan.of(seed, kills, NODES);
        var result = new KillRun(product, plan, line -> {}).run();
        var report = String.join("\n", result.lines());
        System.out.println(report);
        for (var victim : Victim.values()) {
            assertThat(plan.kills(victim)).as(victim.title()).isGreaterThanOrEqualTo(FEWEST_OF_EACH_VICTIM);
        }
        assertThat(result.isExact()).as(report).isTrue();
        assertThat(result.comparison().exact())
                .as("cells without any allowance")
                .hasSizeGreaterThanOrEqualTo(CALM_CELLS);
    }
}
