package io.fleetgram.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.coverage.Shows;
import io.fleetgram.demo.emulator.UserSide;
import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.stack.Until;
import io.fleetgram.parts.core.Cores;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Telegram repeats itself, and is away; which core the nodes run has no part in it. */
class ChatTroublesOnBestEndToEndIT extends EndToEnd {

    ChatTroublesOnBestEndToEndIT() {
        super(Cores.best().kind(), 1);
    }

    private UserSide emulator() {
        return new UserSide(stage().stack().emulator().address());
    }

    @AfterEach
    void no_more_faults() throws InterruptedException {
        emulator().delete("/emulator/faults");
    }

    @Test
    @Shows({"I4", "I3"})
    void an_update_that_is_delivered_twice_acts_once() throws InterruptedException {
        var person = stage().owner().person();
        stage().owner().home();
        person.taps("Add account");
        person.sees("What shall the account be called?");
        emulator()
                .post(
                        "/emulator/faults",
                        Json.object().put("kind", "duplicate_update").put("count", 1));

        person.says("gerda");
        person.sees("gerda is added and active");

        stage().owner().home();
        person.taps("Accounts");
        var list = person.seesScreen(
                screen -> screen.labels().stream().anyMatch(label -> label.contains("gerda")), Duration.ofSeconds(20));
        assertThat(list.labels().stream().filter(label -> label.contains("gerda")))
                .hasSize(1);
        assertThat(person.messages().stream()
                        .filter(message -> message.text().contains("Another account is called gerda")))
                .isEmpty();
    }

    @Test
    @Shows({"I3", "S2"})
    void while_telegram_is_away_a_controller_starts_and_serves_its_nodes_and_answers_when_telegram_is_back()
            throws InterruptedException {
        stage().owner().addAccount("hanna");
        var link = plainLink(stage().owner().link("hanna"), 1);
        var person = stage().owner().person();

        emulator().post("/emulator/faults", Json.object().put("kind", "outage"));
        stage().stack().controller().stop();
        stage().stack().controller().start();
        var asked = person.says("/account hanna");
        var sent = send(link, 1_000_000, 100_000);
        assertThat(Until.isTrue(
                        COUNTED, () -> stage().booked("hanna").on(Stage.name(1)).equals(sent)))
                .as("the node's traffic is taken: booked %s, sent %s", stage().booked("hanna"), sent)
                .isTrue();

        emulator().delete("/emulator/faults");
        var card = person.sees(text -> text.contains("Accounts › hanna"), Duration.ofSeconds(60));
        assertThat(card.button("Suspend")).isPresent();
        assertThat(person.messages().stream().filter(message -> message.id() > asked.id()))
                .as("one answer, and nothing else")
                .hasSize(1);
    }
}
