package io.fleetgram.agent.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.store.CredentialFile.Content;
import io.fleetgram.shared.pki.CertificateAuthority;
import io.fleetgram.shared.pki.CertificateAuthority.Validity;
import io.fleetgram.shared.pki.Fingerprint;
import io.fleetgram.shared.pki.KeyPairs;
import io.fleetgram.shared.pki.NodeToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialFileTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Validity TEN_YEARS = new Validity(START, START.plus(Duration.ofDays(3_650)));

    @TempDir
    Path directory;

    @Test
    void credentials_read_back_as_written_and_nobody_else_can_read_them() throws IOException {
        var file = directory.resolve("credentials.pem");
        var credentials = credentials();
        CredentialFile.write(file, credentials);
        assertThat(CredentialFile.read(file)).isEqualTo(new Content.Present(credentials));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_missing_file_is_no_fault() throws IOException {
        assertThat(CredentialFile.read(directory.resolve("none"))).isEqualTo(new Content.Missing());
    }

    @Test
    void a_key_that_is_not_the_certificates_is_named() throws IOException {
        var file = directory.resolve("credentials.pem");
        var good = credentials();
        var other = KeyPairs.generate(RANDOM).getPrivate();
        CredentialFile.write(
                file, new Credentials(good.nodeKey(), good.nodeName(), other, chain(good), good.controllers()));
        assertThat(CredentialFile.read(file))
                .isEqualTo(new Content.Damaged("its private key is not that of its certificate"));
    }

    @Test
    void a_file_that_lost_its_end_is_damaged() throws IOException {
        var file = directory.resolve("credentials.pem");
        CredentialFile.write(file, credentials());
        var text = Files.readString(file);
        Files.writeString(file, text.substring(0, text.length() / 2));
        assertThat(CredentialFile.read(file)).isInstanceOf(Content.Damaged.class);
    }

    @Test
    void the_text_form_shows_no_key() {
        var credentials = credentials();
        assertThat(credentials.toString())
                .contains("de-1")
                .doesNotContain("PRIVATE")
                .hasSizeLessThan(300);
    }

    @Test
    void renewal_is_due_after_a_month_or_at_two_thirds_of_a_shorter_life() {
        assertThat(credentials().renewalDue()).isEqualTo(START.plus(Duration.ofDays(30)));
        assertThat(credentials(Duration.ofDays(30)).renewalDue()).isEqualTo(START.plus(Duration.ofDays(20)));
    }

    @Test
    void a_pending_key_is_the_same_until_it_is_removed() throws IOException {
        var file = directory.resolve("pending-key.pem");
        var first = PendingKey.loadOrCreate(file, RANDOM);
        assertThat(PendingKey.loadOrCreate(file, RANDOM).getPublic()).isEqualTo(first.getPublic());
        Files.delete(file);
        assertThat(PendingKey.loadOrCreate(file, RANDOM).getPublic()).isNotEqualTo(first.getPublic());
    }

    @Test
    void a_token_reads_back_as_written_and_nobody_else_can_read_it() throws IOException {
        var file = directory.resolve("credentials.pem");
        var credentials = withToken(ProxyTrust.parse("system"));
        CredentialFile.write(file, credentials);
        assertThat(CredentialFile.read(file)).isEqualTo(new Content.Present(credentials));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        var pin = Fingerprint.of(credentials.authority());
        var pinned = withToken(ProxyTrust.parse(pin.base64()));
        CredentialFile.write(file, pinned);
        assertThat(CredentialFile.read(file)).isEqualTo(new Content.Present(pinned));
    }

    @Test
    void the_text_form_shows_no_token() {
        var credentials = withToken(new ProxyTrust.OfSystem());
        var secret = ((Proof.ByToken) credentials.proof()).token().secret();
        assertThat(credentials.toString()).contains("de-1", "proxy (system)").doesNotContain(secret);
    }

    @Test
    void a_token_is_due_a_month_after_it_was_made() {
        assertThat(withToken(new ProxyTrust.OfSystem()).renewalDue()).isEqualTo(START.plus(Duration.ofDays(30)));
    }

    @Test
    void a_pending_token_is_the_same_until_it_is_removed_and_nobody_else_can_read_it() throws IOException {
        var file = directory.resolve("pending-token");
        var first = PendingToken.loadOrCreate(file, RANDOM);
        assertThat(PendingToken.loadOrCreate(file, RANDOM)).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Files.delete(file);
        assertThat(PendingToken.loadOrCreate(file, RANDOM)).isNotEqualTo(first);
    }

    private static Credentials withToken(ProxyTrust proxy) {
        var good = credentials();
        return good.with(new Proof.ByToken(NodeToken.random(RANDOM), START, good.authority(), proxy));
    }

    private static List<X509Certificate> chain(Credentials credentials) {
        return ((Proof.ByCertificate) credentials.proof()).chain();
    }

    private static Credentials credentials() {
        return credentials(Duration.ofDays(360));
    }

    private static Credentials credentials(Duration life) {
        var authority = CertificateAuthority.create("Fleetgram", TEN_YEARS, RANDOM);
        var keys = KeyPairs.generate(RANDOM);
        var certificate =
                authority.issueForNode("n1x", keys.getPublic(), new Validity(START, START.plus(life)), RANDOM);
        return new Credentials(
                "n1x",
                "de-1",
                keys.getPrivate(),
                List.of(certificate, authority.certificate()),
                ControllerAddress.parseAll("a.example:8443,[2001:db8::1]:443"));
    }
}
