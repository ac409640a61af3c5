package io.fleetgram.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.converge.Convergence;
import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.traffic.ByteTarget;
import io.fleetgram.parts.traffic.PlainHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the agent relies on in every core. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CoreContract {

    private static final String TAG = CoreTester.TAG;

    private ByteTarget target;
    private CoreTester tester;

    abstract CoreBinary binary();

    @BeforeAll
    void start(@TempDir Path directory) throws IOException {
        target = ByteTarget.start();
        tester = new CoreTester(binary(), directory);
        tester.give("anna");
    }

    /** Some tests stop or kill the core, or change users behind the converger's back. */
    @BeforeEach
    void converge() {
        Eventually.is("the core runs as desired", () -> tester.converge() instanceof Convergence.Converged);
    }

    @AfterAll
    void stop() throws IOException {
        tester.close();
        target.close();
    }

    @Test
    void users_come_and_go_while_the_core_and_another_users_download_go_on() throws IOException {
        long pid = tester.pid();
        try (var download = tester.client("anna").open(target.host(), target.port())) {
            var request = "GET /bytes/3000000 HTTP/1.1\r\nHost: x\r\n\r\n";
            download.output().write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            download.input().readNBytes(100_000);

            tester.give("bert");
            assertThat(tester.converged().added()).isEqualTo(1);
            assertThat(fetch("bert", 1_000).body()).isEqualTo(1_000);
            tester.take("bert");
            assertThat(tester.converged().removed()).isEqualTo(1);
            assertThat(isServed("bert")).isFalse();

            assertThat(download.input().readNBytes(2_900_000)).hasSize(2_900_000);
        }
        assertThat(tester.pid()).isEqualTo(pid);
    }

    @Test
    void users_are_counted_to_the_byte_and_counting_resets_nothing() throws IOException {
        serve("carl");
        var down = fetch("carl", 1_234_567);
        PlainHttp.Transfer up;
        try (var stream = tester.client("carl").open(target.host(), target.port())) {
            up = new PlainHttp(stream.input(), stream.output()).post(target.swallowing(), 345_678);
        }
        var expected = new Traffic(down.sent() + up.sent(), down.received() + up.received());
        Eventually.is("the bytes are counted", () -> expected.equals(counted("carl")));
        assertThat(counted("carl")).isEqualTo(expected);
        var reading = (CounterReading.Read) tester.core().readCounters();
        assertThat(tester.core().identity()).contains(reading.core());
        assertThat(reading.inbounds().getOrDefault(TAG, Traffic.NONE).downlink())
                .isGreaterThan(1_000_000);
    }

    /** T7. */
    @Test
    void what_leaves_by_an_outbound_is_counted_to_the_byte() throws IOException {
        serve("otto");
        var before = outboundAtRest("direct");
        var down = fetch("otto", 2_345_678);
        PlainHttp.Transfer up;
        try (var stream = tester.client("otto").open(target.host(), target.port())) {
            up = new PlainHttp(stream.input(), stream.output()).post(target.swallowing(), 456_789);
        }
        var expected = before.plus(new Traffic(down.sent() + up.sent(), down.received() + up.received()));
        Eventually.is("the bytes are counted", () -> expected.equals(outbound("direct")));
        assertThat(outbound("direct")).isEqualTo(expected);
    }

    @Test
    void bytes_are_counted_while_their_stream_goes_on() throws IOException {
        serve("dora");
        try (var download = tester.client("dora").open(target.host(), target.port())) {
            var request = "GET /bytes/50000000 HTTP/1.1\r\nHost: x\r\n\r\n";
            download.output().write(request.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            download.input().skipNBytes(20_000_000);
            Eventually.is(
                    "the bytes of a stream that is still open are counted",
                    () -> counted("dora").downlink() >= 20_000_000);
        }
    }

    @Test
    void a_user_who_never_sent_anything_has_no_counter() {
        serve("silent");
        assertThat(((CounterReading.Read) tester.core().readCounters()).users())
                .doesNotContainKey(CoreTester.email("silent"));
    }

    @Test
    void a_core_lists_its_users_or_says_that_it_cannot() {
        var listing = tester.core().usersOf(TAG);
        if (tester.core().capabilities().listsUsers()) {
            var anna = new Account.Vless(CoreTester.id("anna"), "");
            assertThat(((UserListing.Users) listing).accounts()).containsEntry(CoreTester.email("anna"), anna);
            assertThat(tester.core().usersOf("nowhere")).isInstanceOf(UserListing.NoSuchInbound.class);
        } else {
            assertThat(listing).isInstanceOf(UserListing.CannotList.class);
        }
    }

    @Test
    void what_is_there_already_what_is_not_and_what_is_nowhere_are_told_apart() {
        var changes = List.of(
                add(TAG, "anna", "anna"),
                new UserChange.Remove(TAG, "nobody.k1"),
                add("nowhere", "bert", "bert"),
                new UserChange.Remove("nowhere", "carl.k1"),
                add(TAG, "emil", "emil"));
        var outcomes = tester.core().alter(changes);
        assertThat(outcomes.get(0)).isEqualTo(new UserOutcome.AlreadyThere());
        assertThat(outcomes.get(1)).isEqualTo(new UserOutcome.NotThere());
        assertThat(outcomes.get(2)).isInstanceOf(UserOutcome.Refused.class);
        assertThat(outcomes.get(3)).isInstanceOf(UserOutcome.Refused.class);
        assertThat(outcomes.get(4)).isEqualTo(new UserOutcome.Done());
    }

    @Test
    void thousands_of_users_are_changed_at_once() {
        var additions = new ArrayList<UserChange>();
        var removals = new ArrayList<UserChange>();
        for (int i = 0; i < 3_000; i++) {
            additions.add(add(TAG, "u" + i, "u" + i));
            removals.add(new UserChange.Remove(TAG, CoreTester.email("u" + i)));
        }
        assertThat(tester.core().alter(additions)).hasSize(3_000).containsOnly(new UserOutcome.Done());
        assertThat(tester.core().alter(removals)).hasSize(3_000).containsOnly(new UserOutcome.Done());
    }

    @Test
    void a_user_with_another_credential_is_served_by_that_alone() throws IOException {
        serve("fred");
        tester.core().alter(List.of(new UserChange.Remove(TAG, CoreTester.email("fred"))));
        tester.core().alter(List.of(add(TAG, "fred", "somebody else")));
        assertThat(isServed("fred")).isFalse();
        assertThat(isServed("somebody else")).isTrue();
    }

    @Test
    void a_core_that_does_not_run_is_an_outcome() {
        tester.supervisor().stop("the test wants it so");
        assertThat(tester.core().identity()).isEmpty();
        assertThat(tester.core().alter(List.of(add(TAG, "bert", "bert"))).get(0))
                .isEqualTo(new UserOutcome.CoreGone(false, "the core does not run"));
        assertThat(tester.core().readCounters()).isInstanceOf(CounterReading.Unreadable.class);
        assertThat(tester.core().status()).isEqualTo(new CoreStatus.Stopped("the test wants it so"));
    }

    @Test
    void a_core_that_hangs_holds_nobody_longer_than_the_deadlines() throws Exception {
        var hanging = tester.core().identity();
        signal("STOP", tester.pid());
        long begun = System.nanoTime();
        var outcome = tester.core().alter(List.of(add(TAG, "bert", "bert"))).get(0);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(outcome).isInstanceOf(UserOutcome.CoreGone.class);
        Eventually.is(
                "the core that hung has been replaced",
                () -> tester.core().identity().isPresent()
                        && !tester.core().identity().equals(hanging));
    }

    @Test
    void an_account_that_does_not_fit_its_inbound_is_the_end_of_the_core_and_an_outcome() {
        long pid = tester.pid();
        var outcome = tester.core()
                .alter(List.of(new UserChange.Add(TAG, "bad.k1", new Account.Trojan("secret"))))
                .get(0);
        assertThat(outcome).isInstanceOf(UserOutcome.CoreGone.class);
        assertThat(((UserOutcome.CoreGone) outcome).sent()).isTrue();
        Eventually.is(
                "another core has taken the place of the one that died",
                () -> tester.core().identity().filter(core -> core.pid() != pid).isPresent());
    }

    private void serve(String name) {
        tester.give(name);
        assertThat(tester.converged().failedEntries()).isEmpty();
    }

    private Traffic counted(String name) {
        return tester.core().readCounters() instanceof CounterReading.Read read
                ? read.users().getOrDefault(CoreTester.email(name), Traffic.NONE)
                : Traffic.NONE;
    }

    /** Streams that other tests cut off may still end. */
    private Traffic outboundAtRest(String tag) {
        var seen = new ArrayDeque<Traffic>();
        Eventually.is("nothing passes", () -> {
            seen.addLast(outbound(tag));
            if (seen.size() > 25) {
                seen.removeFirst();
            }
            return seen.size() == 25 && seen.stream().distinct().count() == 1;
        });
        return seen.getLast();
    }

    private Traffic outbound(String tag) {
        return tester.core().readCounters() instanceof CounterReading.Read read
                ? read.outbounds().getOrDefault(tag, Traffic.NONE)
                : Traffic.NONE;
    }

    private PlainHttp.Transfer fetch(String name, long bytes) throws IOException {
        try (var stream = tester.client(name).open(target.host(), target.port())) {
            return new PlainHttp(stream.input(), stream.output()).get(target.bytes(bytes));
        }
    }

    private boolean isServed(String name) {
        try {
            return fetch(name, 10).body() == 10;
        } catch (IOException refused) {
            return false;
        }
    }

    static void signal(String name, long pid) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(code).isZero();
        if (name.equals("STOP")) {
            Eventually.is("every thread of the stopped process stands still", () -> standsStill(pid));
        }
    }

    /** A stop signal takes hold thread by thread (proc(5): state T in /proc/PID/task/TID/stat). */
    private static boolean standsStill(long pid) throws IOException {
        try (var threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            for (var thread : threads.toList()) {
                var stat = Files.readString(thread.resolve("stat"));
                if (stat.charAt(stat.lastIndexOf(')') + 2) != 'T') {
                    return false;
                }
            }
            return true;
        }
    }

    private static UserChange add(String tag, String name, String secretOf) {
        UUID id = CoreTester.id(secretOf);
        return new UserChange.Add(tag, CoreTester.email(name), new Account.Vless(id, ""));
    }
}
