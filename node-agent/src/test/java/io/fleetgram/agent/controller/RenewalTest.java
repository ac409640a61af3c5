package io.fleetgram.agent.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.FakeFleet.Fault;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.ControllerAddress;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.Proof;
import io.fleetgram.shared.pki.KeyPairs;
import io.fleetgram.shared.pki.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenewalTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path root;

    private final FakeFleet fleet = new FakeFleet(batch -> new Cursor(new Epoch(1, 1), 1));
    private final KeyPairFixture node = new KeyPairFixture(fleet);
    private Instant now = node.credentials().renewalDue();
    private AgentDirectory directory;
    private Renewal renewal;

    @BeforeEach
    void begin() throws IOException {
        directory = new AgentDirectory(root.resolve("agent"));
        directory.create();
        renewal = new Renewal(directory, node.credentials(), new FakeController(fleet), () -> now, RANDOM);
    }

    @Test
    void nothing_is_asked_for_before_two_thirds_of_the_life_are_over() {
        now = node.credentials().renewalDue().minusSeconds(1);
        renewal.renewIfDue();
        assertThat(renewal.credentials()).isEqualTo(node.credentials());
        now = now.plusSeconds(1);
        renewal.renewIfDue();
        assertThat(renewal.credentials()).isNotEqualTo(node.credentials());
    }

    @Test
    void the_new_key_is_on_disk_and_the_pending_one_is_gone() throws IOException {
        assertThat(renewal.renew()).isTrue();
        assertThat(certificate(renewal.credentials()).getPublicKey())
                .isNotEqualTo(certificate(node.credentials()).getPublicKey());
        assertThat(CredentialFile.read(directory.credentials()))
                .isEqualTo(new CredentialFile.Content.Present(renewal.credentials()));
        assertThat(directory.pendingKey()).doesNotExist();
    }

    @Test
    void after_a_failure_the_old_certificate_stays_and_some_minutes_pass() {
        fleet.failNext(Fault.REQUEST_LOST);
        renewal.renewIfDue();
        renewal.renewIfDue();
        assertThat(renewal.credentials()).isEqualTo(node.credentials());
        now = now.plus(Duration.ofMinutes(5));
        renewal.renewIfDue();
        assertThat(renewal.credentials()).isNotEqualTo(node.credentials());
    }

    @Test
    void a_renewal_whose_answer_was_lost_asks_again_with_the_same_key() throws IOException {
        fleet.failNext(Fault.ANSWER_LOST);
        assertThat(renewal.renew()).isFalse();
        var shown = Files.readString(directory.pendingKey());
        assertThat(renewal.renew()).isTrue();
        assertThat(Pem.decode(Pem.PUBLIC_KEY, shown).getFirst())
                .isEqualTo(certificate(renewal.credentials()).getPublicKey().getEncoded());
    }

    private static X509Certificate certificate(Credentials credentials) {
        return ((Proof.ByCertificate) credentials.proof()).certificate();
    }

    /** Credentials that the fleet has issued. */
    private record KeyPairFixture(Credentials credentials) {

        KeyPairFixture(FakeFleet fleet) {
            this(issue(fleet));
        }

        private static Credentials issue(FakeFleet fleet) {
            var keys = KeyPairs.generate(RANDOM);
            return new Credentials(
                    FakeFleet.NODE_KEY,
                    "de-1",
                    keys.getPrivate(),
                    fleet.certify(keys.getPublic()),
                    List.of(new ControllerAddress("a", 1)));
        }
    }
}
