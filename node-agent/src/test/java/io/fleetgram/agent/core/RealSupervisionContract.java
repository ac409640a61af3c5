package io.fleetgram.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.converge.Convergence;
import io.fleetgram.agent.converge.FailedEntry;
import io.fleetgram.agent.core.process.OwnCore;
import io.fleetgram.parts.core.CoreProcess;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.parts.process.Guard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What is the same whichever core it is, and is therefore tried on the real ones only. */
abstract class RealSupervisionContract extends SupervisionContract {

    @Test
    void an_adopted_core_that_dies_is_started_again_too() throws Exception {
        tester.becomeTheNextAgent();
        tester.converged();
        long pid = tester.pid();
        CoreContract.signal("KILL", pid);
        awaitAnotherThan(pid);
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void a_core_of_which_nothing_is_written_down_is_ended_before_another_is_started() throws IOException {
        long pid = tester.pid();
        Files.delete(directory.resolve("core.process"));
        tester.becomeTheNextAgent();
        assertThat(tester.converged().restarted()).isTrue();
        assertThat(tester.pid()).isNotEqualTo(pid);
        assertThat(isAlive(pid)).isFalse();
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void a_clock_that_jumps_both_ways_changes_neither_adoption_nor_restarts() throws Exception {
        for (var jump : List.of(Duration.ofDays(3_650), Duration.ofDays(-3_650))) {
            tester.setClockOffBy(jump);
            long pid = tester.pid();
            tester.becomeTheNextAgent();
            assertThat(tester.converged().restarted()).isFalse();
            assertThat(tester.pid()).isEqualTo(pid);
            CoreContract.signal("KILL", pid);
            awaitAnotherThan(pid);
        }
        assertThat(isServed("anna")).isTrue();
    }

    /** A record that fits in every point but one is no proof; and whoever has the process id now is left alone. */
    @Test
    void a_core_is_adopted_only_if_boot_process_start_program_and_configuration_all_match() throws IOException {
        var stranger = Guard.start(new ProcessBuilder("sleep", "600"));
        var alterations = List.<Consumer<List<String>>>of(
                record -> alter(record, core -> new CoreIdentity("another-boot", core.pid(), core.startTicks())),
                record -> alter(record, core -> new CoreIdentity(core.bootId(), stranger.pid(), core.startTicks())),
                record -> alter(record, core -> new CoreIdentity(core.bootId(), core.pid(), core.startTicks() + 1)),
                record -> record.set(5, "/bin/another"),
                record -> record.set(6, "/another/running.json"));
        for (var alteration : alterations) {
            long pid = tester.pid();
            var record = new ArrayList<>(Files.readAllLines(directory.resolve("core.process")));
            alteration.accept(record);
            Files.write(directory.resolve("core.process"), record);
            tester.becomeTheNextAgent();
            assertThat(tester.converged().restarted()).as("%s", record).isTrue();
            assertThat(isAlive(pid)).as("the core that was not adopted").isFalse();
            assertThat(stranger.isAlive()).as("the process that has the id now").isTrue();
        }
        assertThat(isServed("anna")).isTrue();
        stranger.destroyForcibly();
    }

    private static void alter(List<String> record, UnaryOperator<CoreIdentity> alteration) {
        record.set(0, alteration.apply(CoreIdentity.parse(record.get(0))).text());
    }

    @Test
    void a_core_that_an_operator_stopped_stays_stopped_for_the_next_agent_until_it_is_started() throws IOException {
        long pid = tester.pid();
        assertThat(tester.orders().stop("Olga stopped it")).isEqualTo(new CoreOrders.Outcome.Done());
        assertThat(isAlive(pid)).isFalse();
        tester.becomeTheNextAgent();
        tester.converged();
        assertThat(tester.core().identity()).isEmpty();
        assertThat(tester.core().status()).isEqualTo(new CoreStatus.Stopped("Olga stopped it"));
        tester.give("bert");
        assertThat(tester.orders().start()).isEqualTo(new CoreOrders.Outcome.Done());
        tester.converged();
        assertThat(isServed("bert")).isTrue();
    }

    @Test
    void a_user_that_somebody_removed_is_back_and_where_users_are_listed_one_that_somebody_added_is_gone() {
        tester.give("bert");
        tester.converged();
        var stranger = new Account.Vless(CoreTester.id("stranger"), "");
        tester.core()
                .alter(List.of(
                        new UserChange.Remove(CoreTester.TAG, CoreTester.email("bert")),
                        new UserChange.Add(CoreTester.TAG, CoreTester.email("stranger"), stranger)));
        assertThat(isServed("bert")).isFalse();
        boolean listed = tester.core().capabilities().listsUsers();
        assertThat(tester.converged().drift()).isEqualTo(listed ? 2 : 1);
        assertThat(isServed("bert")).isTrue();
        assertThat(isServed("stranger")).isEqualTo(!listed);
        var again = tester.converged();
        assertThat(again.drift() + again.added() + again.removed()).isZero();
    }

    @Test
    void what_a_foreign_core_was_configured_with_is_kept_and_it_makes_room() throws IOException {
        int port = FreePort.find();
        var foreign = directory.resolve("foreign");
        try (var other = CoreProcess.start(binary(), foreign, door(port))) {
            Eventually.is("the foreign core listens", () -> isOpen(port));
            tester.takeOver(foreign.resolve("core.json"));
            tester.offer("k2", "second", port);
            assertThat(tester.converged().failedEntries()).isEmpty();
            Eventually.is("the foreign core is gone", () -> !other.running());
        }
        try (var files = Files.list(directory)) {
            assertThat(files.filter(file -> file.getFileName().toString().matches("foreign-\\d{8}T\\d{6}Z\\.json")))
                    .singleElement()
                    .satisfies(copy -> assertThat(copy).hasSameTextualContentAs(foreign.resolve("core.json")));
        }
    }

    /** Cores listen with SO_REUSEPORT: the second one starts without a word. */
    @Test
    void a_second_core_on_the_same_port_is_seen_and_told() throws IOException {
        try (var other = CoreProcess.start(binary(), directory.resolve("second"), door(tester.port()))) {
            Eventually.is(
                    "the second core is seen",
                    () -> tester.converged().failedEntries().stream()
                            .anyMatch(failed -> failed.reason().contains("is shared by process")));
            assertThat(other.running()).isTrue();
        }
        Eventually.is(
                "all is well again", () -> tester.converged().failedEntries().isEmpty());
    }

    private static String door(int port) {
        return """
            {"log":{"loglevel":"none"},
             "inbounds":[{"listen":"127.0.0.1","port":%d,"protocol":"dokodemo-door",
              "settings":{"address":"127.0.0.1","port":1}}],
             "outbounds":[{"protocol":"freedom"}]}
            """.formatted(port);
    }

    private static boolean isOpen(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void a_core_that_hung_while_nobody_watched_is_replaced() throws Exception {
        long pid = tester.pid();
        CoreContract.signal("STOP", pid);
        tester.becomeTheNextAgent();
        assertThat(tester.converged().restarted()).isTrue();
        assertThat(isAlive(pid)).isFalse();
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void two_agents_never_own_one_core() throws IOException {
        assertThat(tester.open())
                .isEqualTo(new OwnCore.Opening.Occupied(
                        Long.toString(ProcessHandle.current().pid())));
    }

    @Test
    void the_core_lives_in_a_session_of_its_own_with_files_for_its_output() throws IOException {
        var stat = Files.readString(Path.of("/proc/" + tester.pid() + "/stat"));
        var words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        assertThat(words[3]).as("session").isEqualTo(Long.toString(tester.pid()));
        for (var output : List.of("1", "2")) {
            assertThat(Files.readSymbolicLink(Path.of("/proc/" + tester.pid() + "/fd/" + output)))
                    .isEqualTo(directory.resolve("core.output").toRealPath());
        }
    }

    @Test
    void only_the_owner_reads_what_the_agent_writes_down() throws IOException {
        for (var name : List.of("configuration.json", "running.json", "running.content", "core.process")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void an_inbound_whose_port_another_program_has_fails_alone_until_the_port_is_free() throws IOException {
        long pid = tester.pid();
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            tester.offer("k2", "second", other.getLocalPort());
            tester.give("bert");
            var converged = tester.converged();
            assertThat(converged.failedEntries()).extracting(FailedEntry::key).containsExactly("i/k2");
            assertThat(converged.failedEntries().get(0).reason())
                    .contains("is taken by another program on this node, process "
                            + ProcessHandle.current().pid());
            assertThat(isServed("bert")).isTrue();
            assertThat(tester.pid()).isEqualTo(pid);
        }
        assertThat(tester.converged().failedEntries()).isEmpty();
        assertThat(tester.pid()).isNotEqualTo(pid);
    }

    @Test
    void a_core_whose_api_port_somebody_took_gets_another_one() throws Exception {
        int port = apiPort();
        tester.supervisor().stop("the test wants it so");
        try (var other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Eventually.is("the core runs again", () -> tester.converge() instanceof Convergence.Converged);
            assertThat(apiPort()).isNotEqualTo(other.getLocalPort());
        }
        assertThat(isServed("anna")).isTrue();
    }

    @Test
    void listeners_are_told_of_every_run() throws Exception {
        var told = new ArrayList<Long>();
        tester.supervisor().whenStarted(identity -> {
            synchronized (told) {
                told.add(identity.pid());
            }
        });
        long pid = tester.pid();
        CoreContract.signal("KILL", pid);
        awaitAnotherThan(pid);
        Eventually.is("the listener knows the new run", () -> {
            synchronized (told) {
                return told.equals(List.of(tester.pid()));
            }
        });
    }

    private int apiPort() throws IOException {
        return Integer.parseInt(
                Files.readAllLines(directory.resolve("core.process")).get(1));
    }
}
