package io.fleetgram.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.books.Amount;
import io.fleetgram.demo.coverage.Shows;
import io.fleetgram.demo.stack.Until;
import io.fleetgram.demo.walk.AccountCard.Shown;
import io.fleetgram.demo.walk.Bytes;
import io.fleetgram.parts.core.CoreKind;
import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

/** What the product is for, by taps. */
abstract class MainJob extends EndToEnd {

    private static final long DOWNLOAD = 5_000_000;
    private static final long UPLOAD = 700_000;

    MainJob(CoreKind kind) {
        super(kind, 2);
    }

    @Test
    @Shows({"N1", "N2", "A3", "S1", "S2", "T1", "U1", "I1", "Z1"})
    void a_node_joins_by_one_command_and_an_account_added_by_taps_is_served_by_every_node_and_counted_in_the_chat()
            throws InterruptedException {
        stage().join(3);

        stage().owner().addAccount("berta");
        var subscription = stage().owner().link("berta");
        var sent = new LinkedHashMap<String, Amount>();
        for (int number = 1; number <= 3; number++) {
            var links = stage().links(subscription, number);
            assertThat(links).isNotEmpty();
            sent.put(
                    Stage.name(number),
                    links.stream().map(link -> send(link, DOWNLOAD, UPLOAD)).reduce(Amount.NONE, Amount::plus));
        }

        assertThat(Until.isTrue(COUNTED, () -> stage().booked("berta").byNode().equals(sent)))
                .as("booked %s, sent %s", stage().booked("berta"), sent)
                .isTrue();
        var card = stage().owner().account("berta");
        sent.forEach((node, amount) -> assertThat(card.usedOn(node)).contains(shown(amount)));
        assertThat(card.used()).isEqualTo(shown(sent.values().stream().reduce(Amount.NONE, Amount::plus)));
    }

    private static Shown shown(Amount amount) {
        return new Shown(Bytes.shown(amount.uplink()), Bytes.shown(amount.downlink()));
    }
}
