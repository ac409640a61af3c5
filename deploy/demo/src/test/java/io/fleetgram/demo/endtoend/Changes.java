package io.fleetgram.demo.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.demo.coverage.Shows;
import io.fleetgram.demo.stack.Web;
import io.fleetgram.parts.core.CoreKind;
import org.junit.jupiter.api.Test;

/** Accounts come, change and go while somebody else's download runs. */
abstract class Changes extends EndToEnd {

    private static final long LONG = 4_000_000_000L;

    Changes(CoreKind kind) {
        super(kind, 1);
    }

    @Test
    @Shows({"U1", "U5", "A3", "A4"})
    void accounts_are_added_suspended_resumed_rotated_and_deleted_while_another_s_download_goes_on()
            throws InterruptedException {
        var owner = stage().owner();
        owner.addAccount("carla");
        var pid = stage().corePid(1);
        var link = plainLink(owner.link("carla"), 1);
        try (var client = Client.on(link, stage().target())) {
            assertThat(client.isServedWithin(SOON)).as("served once added").isTrue();
        }
        try (var another = LiveDownload.start(link, stage().target(), LONG)) {
            assertThat(another.goesOn()).isTrue();

            owner.addAccount("dora");
            var oldSubscription = owner.link("dora");
            try (var client = Client.on(plainLink(oldSubscription, 1), stage().target())) {
                assertThat(client.isServedWithin(SOON)).as("served once added").isTrue();

                owner.acts("dora", "Suspend");
                assertThat(client.isRefusedWithin(SOON))
                        .as("refused once suspended")
                        .isTrue();
                owner.acts("dora", "Resume");
                assertThat(client.isServedWithin(SOON))
                        .as("served once resumed")
                        .isTrue();

                owner.acts("dora", "Rotate");
                assertThat(client.isRefusedWithin(SOON))
                        .as("refused with the old credentials")
                        .isTrue();
                assertThat(Web.get(oldSubscription).orElseThrow().statusCode()).isEqualTo(404);
            }
            var newSubscription = owner.link("dora");
            assertThat(newSubscription).isNotEqualTo(oldSubscription);
            try (var client = Client.on(plainLink(newSubscription, 1), stage().target())) {
                assertThat(client.isServedWithin(SOON))
                        .as("served with the new credentials")
                        .isTrue();
                owner.acts("dora", "Delete");
                assertThat(client.isRefusedWithin(SOON))
                        .as("refused once deleted")
                        .isTrue();
            }
            assertThat(Web.get(newSubscription).orElseThrow().statusCode()).isEqualTo(404);

            assertThat(another.goesOn()).as("the other's download goes on").isTrue();
        }
        assertThat(stage().corePid(1)).isEqualTo(pid);
    }
}
