package io.fleetgram.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.controller.FakeFleet;
import io.fleetgram.agent.controller.grpc.FleetServer;
import io.fleetgram.agent.controller.grpc.Protocol;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.Proof;
import io.fleetgram.parts.tls.ProxyCertificate;
import io.fleetgram.parts.tls.TlsProxy;
import io.fleetgram.shared.pki.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Z1: the command line of a machine that joins through a proxy. */
class EnrollBehindProxyIT {

    @TempDir
    Path root;

    @Test
    void the_join_command_that_names_a_proxy_makes_a_node_with_a_token_and_prints_no_secret() throws IOException {
        var fleet = new FakeFleet(Protocol::position);
        fleet.allowToken("token-1");
        var certificate = ProxyCertificate.make();
        var printed = new ByteArrayOutputStream();
        try (var server = FleetServer.startBehindProxy(fleet, () -> new byte[0]);
                var proxy = TlsProxy.inFrontOf(server.port(), certificate)) {
            var exit = new AgentMain(new PrintStream(printed, true, StandardCharsets.UTF_8))
                    .run(List.of(
                            "enroll",
                            "--controller",
                            proxy.address(),
                            "--token",
                            "token-1",
                            "--ca-fingerprint",
                            Fingerprint.of(fleet.authority().certificate()).hex(),
                            "--behind-proxy",
                            Fingerprint.of(certificate.certificate()).base64(),
                            "--directory",
                            root.toString()));
            assertThat(exit).as(printed.toString(StandardCharsets.UTF_8)).isEqualTo(Exit.DONE);
        }
        var kept = (CredentialFile.Content.Present) CredentialFile.read(new AgentDirectory(root).credentials());
        var token = ((Proof.ByToken) kept.credentials().proof()).token();
        assertThat(fleet.hasNodeToken(token.hash())).isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("enrolled as node de-1")
                .doesNotContain(token.secret());
    }
}
