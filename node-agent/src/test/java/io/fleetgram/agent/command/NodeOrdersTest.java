package io.fleetgram.agent.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.controller.Order;
import io.fleetgram.agent.converge.Convergence;
import io.fleetgram.agent.core.CoreOrders;
import io.fleetgram.agent.core.CoreStatistics;
import io.fleetgram.agent.core.CoreStatus;
import io.fleetgram.agent.core.file.CoreDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeOrdersTest {

    private int resyncs;

    @Test
    void a_doubtful_state_is_not_brought_into_the_core_by_an_order_either() {
        var end = orders(Optional.of("the stored state is damaged")).carryOut(new Order.Resync());

        assertThat(end)
                .isInstanceOfSatisfying(
                        CommandWord.Failed.class,
                        failed -> assertThat(failed.text()).contains("the stored state is damaged", "repeat"));
        assertThat(resyncs).isZero();
    }

    @Test
    void a_state_without_doubt_is() {
        assertThat(orders(Optional.empty()).carryOut(new Order.Resync())).isInstanceOf(CommandWord.Done.class);
        assertThat(resyncs).isOne();
    }

    private NodeOrders orders(Optional<String> doubt) {
        var readings = new NodeReadings(
                new CoreDirectory(Path.of("nowhere")),
                () -> new CoreStatus.Down("not started", Instant.EPOCH),
                () -> new CoreStatistics.Answer.Nothing("not started"),
                () -> {
                    throw new AssertionError("nobody asks how the node is");
                });
        return new NodeOrders(
                new NoOrders(),
                entries -> {
                    resyncs++;
                    return new Convergence.Converged(0, 0, 0, 0, false, Duration.ZERO, List.of());
                },
                () -> doubt,
                List::of,
                readings);
    }

    private static final class NoOrders implements CoreOrders {

        @Override
        public Outcome stop(String why) {
            throw new AssertionError("nobody stops the core");
        }

        @Override
        public Outcome start() {
            throw new AssertionError("nobody starts the core");
        }

        @Override
        public Outcome restart(String why) {
            throw new AssertionError("nobody restarts the core");
        }
    }
}
