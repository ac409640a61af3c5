package io.fleetgram.agent.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.converge.ConvergeTimes;
import io.fleetgram.agent.converge.Convergence;
import io.fleetgram.agent.converge.CoreConverger;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.converge.Machine;
import io.fleetgram.agent.converge.grpc.EntryBodies;
import io.fleetgram.agent.core.file.WritingDelays;
import io.fleetgram.agent.core.grpc.ApiDeadlines;
import io.fleetgram.agent.core.process.CoreKind;
import io.fleetgram.agent.core.process.CoreSettings;
import io.fleetgram.agent.core.process.Hosting;
import io.fleetgram.agent.core.process.OwnCore;
import io.fleetgram.agent.core.process.SupervisionTimes;
import io.fleetgram.agent.pace.MonotonicClock;
import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.process.FreePort;
import io.fleetgram.parts.process.Guard;
import io.fleetgram.parts.vless.VlessClient;
import io.fleetgram.wire.agent.v1.EntryBody;
import io.fleetgram.wire.agent.v1.NoSecurity;
import io.fleetgram.wire.agent.v1.TcpTransport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** An agent's core side over one core, with one VLESS inbound: what a test needs to say "give anna a place". */
public final class CoreTester implements AutoCloseable {

    public static final String TAG = "vless-in";
    static final String INBOUND = "k1";

    private static final SupervisionTimes TIMES = new SupervisionTimes(
            Duration.ofSeconds(60),
            Duration.ofSeconds(5),
            Duration.ofSeconds(1),
            Duration.ofMillis(300),
            4,
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(60),
            Duration.ofMillis(100),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60));

    private final CoreBinary binary;
    private final Path directory;
    private final Map<String, byte[]> entries = new TreeMap<>();
    private final int port = FreePort.find();
    private volatile Duration clockError = Duration.ZERO;
    private Hosting hosting = Hosting.OWN_PROCESS;
    private OwnCore own;
    private CoreConverger converger;

    public CoreTester(CoreBinary binary, Path directory) throws IOException {
        this.binary = binary;
        this.directory = directory;
        this.own = opened();
        this.converger = converger(own);
        offer(INBOUND, TAG, port);
    }

    private OwnCore opened() throws IOException {
        var opening = open();
        assertThat(opening).isInstanceOf(OwnCore.Opening.Opened.class);
        var opened = ((OwnCore.Opening.Opened) opening).core();
        opened.supervisor().whenStarted(identity -> Guard.guard(identity.pid()));
        return opened;
    }

    OwnCore.Opening open() throws IOException {
        var settings = new CoreSettings(
                binary.executable(),
                CoreKind.AUTO,
                directory,
                Reach.EVERYWHERE,
                new ApiDeadlines(Duration.ofSeconds(1), Duration.ofSeconds(3), Duration.ofSeconds(5)),
                TIMES,
                new WritingDelays(Duration.ofMillis(300), Duration.ofSeconds(5)));
        return OwnCore.open(settings.on(hosting), this::wallClock, ThreadLocalRandom.current());
    }

    private static CoreConverger converger(OwnCore own) {
        var machine = new Machine(
                own.core(),
                own.supervisor(),
                own.configurations(),
                own.ports(),
                own.userRecord(),
                own.wish(),
                MonotonicClock.system());
        return new CoreConverger(
                machine,
                new EntryBodies(),
                new ConvergeTimes(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(10)));
    }

    /** What happens when the agent is killed and started again: the core runs on, and a new agent finds it. */
    void becomeTheNextAgent() throws IOException {
        own.close();
        own = opened();
        converger = converger(own);
    }

    private Instant wallClock() {
        return InstantSource.system().instant().plus(clockError);
    }

    /** Sets the machine's clock, as far as the agent sees it. */
    void setClockOffBy(Duration error) {
        clockError = error;
    }

    /** The next agent takes the place of a core that runs with this configuration. */
    void takeOver(Path configuration) throws IOException {
        become(new Hosting(Optional.empty(), Optional.of(configuration)));
    }

    /** The next agent hosts its core so. */
    void become(Hosting next) throws IOException {
        hosting = next;
        becomeTheNextAgent();
    }

    CoreOrders orders() {
        return converger.orders();
    }

    void offer(String key, String tag, int onPort) {
        put("i/" + key, EntryBody.newBuilder().setInbound(inbound(key, tag, onPort)));
    }

    static io.fleetgram.wire.agent.v1.Inbound.Builder inbound(String key, String tag, int onPort) {
        return io.fleetgram.wire.agent.v1.Inbound.newBuilder()
                .setKey(key)
                .setTag(tag)
                .setListen("127.0.0.1")
                .setPort(onPort)
                .setProtocol(io.fleetgram.wire.agent.v1.Protocol.PROTOCOL_VLESS)
                .setNone(NoSecurity.getDefaultInstance())
                .setTcp(TcpTransport.getDefaultInstance());
    }

    void put(String key, EntryBody.Builder body) {
        entries.put(key, body.build().toByteArray());
    }

    void remove(String key) {
        entries.remove(key);
    }

    public void give(String name) {
        put(
                "a/" + email(name),
                EntryBody.newBuilder()
                        .setAccount(io.fleetgram.wire.agent.v1.Account.newBuilder()
                                .setAccountKey(name)
                                .setInboundKey(INBOUND)
                                .setUuid(id(name).toString())));
    }

    public void take(String name) {
        remove("a/" + email(name));
    }

    public Convergence converge() {
        return converger.converge(entries.entrySet().stream()
                .map(entry -> new EntryBytes(entry.getKey(), entry.getValue()))
                .toList());
    }

    public Convergence.Converged converged() {
        var convergence = converge();
        assertThat(convergence).isInstanceOf(Convergence.Converged.class);
        return (Convergence.Converged) convergence;
    }

    public static String email(String name) {
        return name + "." + INBOUND;
    }

    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public VlessClient client(String name) {
        return new VlessClient("127.0.0.1", port, id(name));
    }

    int port() {
        return port;
    }

    public Core core() {
        return own.core();
    }

    Supervisor supervisor() {
        return own.supervisor();
    }

    OwnCore own() {
        return own;
    }

    public long pid() {
        return core().identity().orElseThrow().pid();
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        own.supervisor().stop("the test is over");
        own.close();
    }
}
