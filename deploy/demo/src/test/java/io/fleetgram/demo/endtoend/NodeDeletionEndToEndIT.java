package io.fleetgram.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.coverage.RunsOnCore;
import io.fleetgram.demo.coverage.Shows;
import io.fleetgram.parts.core.CoreKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;

@TestInstance(Lifecycle.PER_CLASS)
@Timeout(180)
class NodeDeletionEndToEndIT implements RunsOnCore {

    private Stage stage;

    @BeforeAll
    void enter() throws InterruptedException {
        stage = Stage.fresh(CoreKind.SIMULATED, "node-deletion");
        stage.awake(1);
    }

    @AfterAll
    void leave() {
        stage.close();
    }

    @Override
    public String coreName() {
        return "simulated core";
    }

    @Test
    @Shows({"N4", "N10", "Z1"})
    void a_node_is_kept_while_it_is_an_account_s_only_place_and_once_deleted_is_shut_out_and_serves_nobody()
            throws InterruptedException {
        var owner = stage.owner();
        var person = owner.person();
        owner.addAccount("ines");
        assertThat(owner.home().text()).doesNotContainIgnoringCase("node");

        owner.node(Stage.name(1));
        person.taps("Delete");
        person.sees(Stage.name(1) + " is the only place of 1 account");

        stage.join(2);
        var link = stage.links(owner.link("ines"), 1).getFirst();
        try (var client = Client.on(link, stage.target())) {
            assertThat(client.isServedWithin(EndToEnd.SOON)).isTrue();

            owner.node(Stage.name(1));
            person.taps("Delete");
            person.sees("Delete " + Stage.name(1) + "?");
            person.taps("Delete " + Stage.name(1));
            person.sees(Stage.name(1) + " is deleted");

            assertThat(client.isRefusedWithin(EndToEnd.SOON))
                    .as("its users are gone")
                    .isTrue();
        }
        assertThat(stage.links(owner.link("ines"), 1)).isEmpty();
        assertThat(stage.links(owner.link("ines"), 2)).isNotEmpty();
    }
}
