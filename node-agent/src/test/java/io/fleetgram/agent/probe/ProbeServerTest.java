package io.fleetgram.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import io.fleetgram.agent.controller.AgentDescription;
import io.fleetgram.agent.controller.CoreReport;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.controller.SyncAttempts;
import io.fleetgram.agent.converge.FailedEntry;
import io.fleetgram.agent.host.HostReadings;
import io.fleetgram.agent.host.HostReadings.Amount;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Shows A10. */
class ProbeServerTest {

    @Test
    void health_is_good_while_users_are_served_even_without_a_controller() throws Exception {
        try (var probe = ProbeServer.start(0, () -> view("", false))) {
            var answer = get(probe, "/health");
            assertThat(answer.statusCode()).isEqualTo(200);
            var health = JsonParser.parseString(answer.body()).getAsJsonObject();
            assertThat(health.get("status").getAsString()).isEqualTo("ok");
            assertThat(health.get("controller").getAsString()).isEqualTo("away");
        }
    }

    @Test
    void health_is_bad_and_says_why_when_the_core_cannot_be_brought_there() throws Exception {
        try (var probe = ProbeServer.start(0, () -> view("the port is taken", true))) {
            var answer = get(probe, "/health");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("the port is taken");
        }
    }

    @Test
    void info_tells_node_core_and_versions() throws Exception {
        try (var probe = ProbeServer.start(0, () -> view("", true))) {
            var info = JsonParser.parseString(get(probe, "/info").body()).getAsJsonObject();
            assertThat(info.get("nodeName").getAsString()).isEqualTo("de-1");
            assertThat(info.get("storedVersion").getAsLong()).isEqualTo(6);
            assertThat(info.getAsJsonObject("core").get("listeningPorts").toString())
                    .isEqualTo("[443]");
            assertThat(info.getAsJsonArray("failedEntries")).hasSize(1);
        }
    }

    @Test
    void metrics_are_lines_that_prometheus_reads() throws Exception {
        try (var probe = ProbeServer.start(0, () -> view("", true))) {
            var answer = get(probe, "/metrics");
            assertThat(answer.headers().firstValue("Content-Type"))
                    .hasValue("text/plain; version=0.0.4; charset=utf-8");
            assertThat(answer.body())
                    .contains("# TYPE fleetgram_core_running gauge\nfleetgram_core_running 1\n")
                    .contains("fleetgram_agent_reading_age_seconds 1.25\n")
                    .contains("fleetgram_host_cpu_ratio 0.125\n");
            assertThat(answer.body().lines())
                    .allMatch(line -> line.startsWith("# ") || line.matches("fleetgram_[a-z_]+ -?[0-9.E]+"));
        }
    }

    @Test
    void nothing_can_be_changed_here() throws Exception {
        try (var probe = ProbeServer.start(0, () -> view("", true))) {
            var request = HttpRequest.newBuilder(uri(probe, "/health")).DELETE().build();
            try (var client = HttpClient.newHttpClient()) {
                assertThat(client.send(request, BodyHandlers.discarding()).statusCode())
                        .isEqualTo(405);
            }
        }
    }

    private static HttpResponse<String> get(ProbeServer probe, String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri(probe, path)).build(), BodyHandlers.ofString());
        }
    }

    private static URI uri(ProbeServer probe, String path) {
        return URI.create("http://127.0.0.1:" + probe.port() + path);
    }

    private static ProbeView view(String trouble, boolean controllerAnswers) {
        var status = new StatusReport(
                5,
                6,
                List.of(new FailedEntry("a/alice.in1", "refused", false)),
                new AgentDescription("0.1.0", "Debian", "amd64", "host-1"),
                new CoreReport(
                        CoreReport.State.RUNNING, "xray", "26.1", Instant.EPOCH, 4711, "", List.of(443), List.of()),
                new HostReadings(125, new Amount(1, 2), new Amount(3, 4), 5, 6, 7, 8, Instant.EPOCH),
                new Epoch(1, 2),
                "version 5: added 1",
                List.of(),
                SyncAttempts.View.UNTRIED);
        return new ProbeView(
                "n1x",
                "de-1",
                controllerAnswers,
                trouble,
                Duration.ofSeconds(9),
                Optional.of(Duration.ofMillis(1_250)),
                3,
                200,
                status);
    }
}
