package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.Capabilities;
import io.fleetgram.agent.core.Configuration;
import io.fleetgram.agent.core.Configurations;
import io.fleetgram.agent.core.Core;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.CoreStatus;
import io.fleetgram.agent.core.CoreWish;
import io.fleetgram.agent.core.CounterReading;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.KnownUsers;
import io.fleetgram.agent.core.Ports;
import io.fleetgram.agent.core.Protocol;
import io.fleetgram.agent.core.StartedWith;
import io.fleetgram.agent.core.Supervisor;
import io.fleetgram.agent.core.UserChange;
import io.fleetgram.agent.core.UserFact;
import io.fleetgram.agent.core.UserListing;
import io.fleetgram.agent.core.UserOutcome;
import io.fleetgram.agent.core.UserRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A machine in memory with a core that does what a real one does, and dies or refuses on request. */
public final class FakeMachine implements Core, Supervisor, Configurations, UserRecord {

    final Map<String, Map<String, Account>> users = new HashMap<>();
    final List<List<UserChange>> sent = new ArrayList<>();
    final List<String> restarts = new ArrayList<>();
    final List<Configuration> writtenSoon = new ArrayList<>();
    final Set<Integer> takenPorts = new HashSet<>();
    final Set<String> refusedTags = new HashSet<>();
    final Map<String, String> refusedUsers = new HashMap<>();
    final Set<String> deadly = new HashSet<>();
    Predicate<String> silentAbout = email -> false;
    Duration elapsed = Duration.ZERO;
    boolean lists = true;
    boolean adopted;
    String startFails = "";
    final Map<String, String> tagsThatStopStarts = new HashMap<>();
    boolean testIsMissing;
    Optional<CoreIdentity> running = Optional.empty();
    CoreStatus status = new CoreStatus.Stopped("new");

    final CoreWish wish = new CoreWish() {
        @Override
        public Optional<String> stopped() {
            return keptStopped;
        }

        @Override
        public void keepStopped(String why) throws IOException {
            if (diskIsFull) {
                throw new IOException("No space left on device");
            }
            keptStopped = Optional.of(why);
        }

        @Override
        public void letRun() {
            keptStopped = Optional.empty();
        }
    };
    boolean diskIsFull;
    Optional<String> keptStopped = Optional.empty();

    private Configuration next = new Configuration(List.of());
    private boolean hasNext;
    private Optional<StartedWith> started = Optional.empty();
    private int runs;
    private Optional<CoreIdentity> recordOf = Optional.empty();
    private final List<UserFact> record = new ArrayList<>();

    public Machine machine() {
        return new Machine(
                this,
                this,
                this,
                (address, port) -> takenPorts.contains(port) ? Ports.Availability.TAKEN : Ports.Availability.FREE,
                this,
                wish,
                () -> elapsed);
    }

    void pass(Duration time) {
        elapsed = elapsed.plus(time);
    }

    /** The process is gone; a supervisor starts it again with {@link #comeBack}. */
    void die(String why) {
        running = Optional.empty();
        users.clear();
        status = new CoreStatus.Down(why, Instant.EPOCH);
    }

    void comeBack() {
        if (!writtenSoon.isEmpty()) {
            next = writtenSoon.getLast();
        }
        runs++;
        var identity = new CoreIdentity("boot", 100 + runs, runs);
        var listeners = new HashMap<String, StartedWith.Listener>();
        users.clear();
        for (var populated : next.inbounds()) {
            var inbound = populated.inbound();
            listeners.put(inbound.tag(), new StartedWith.Listener(inbound.port(), inbound.fingerprint()));
            users.put(inbound.tag(), new HashMap<>(populated.users()));
        }
        Map<String, Map<String, Account>> noted = new HashMap<>();
        users.forEach((tag, accounts) -> noted.put(tag, Map.copyOf(accounts)));
        started = Optional.of(new StartedWith(listeners, lists ? Map.of() : noted));
        running = Optional.of(identity);
        adopted = false;
        status = running(identity);
    }

    private CoreStatus running(CoreIdentity identity) {
        var program = new CoreProgram(Path.of("/core"), Dialect.XRAY, "1");
        return new CoreStatus.Running(identity, program, Path.of("/c"), Instant.EPOCH, adopted, true);
    }

    /** A new agent finds the core that this one leaves behind. */
    void leaveToNextAgent() {
        adopted = true;
        running.ifPresent(identity -> status = running(identity));
        writtenSoon.clear();
    }

    @Override
    public Optional<CoreIdentity> identity() {
        return running;
    }

    @Override
    public List<UserOutcome> alter(List<UserChange> changes) {
        sent.add(List.copyOf(changes));
        if (running.isEmpty()) {
            return changes.stream()
                    .<UserOutcome>map(change -> new UserOutcome.CoreGone(false, "nobody there"))
                    .toList();
        }
        if (changes.stream().anyMatch(change -> deadly.contains(change.email()))) {
            die("panic");
            return changes.stream()
                    .<UserOutcome>map(change -> new UserOutcome.CoreGone(true, "UNAVAILABLE"))
                    .toList();
        }
        return changes.stream().map(this::alter).toList();
    }

    private UserOutcome alter(UserChange change) {
        if (silentAbout.test(change.email())) {
            return new UserOutcome.CoreGone(true, "DEADLINE_EXCEEDED");
        }
        var accounts = users.get(change.tag());
        if (accounts == null) {
            return new UserOutcome.Refused("handler not found: " + change.tag());
        }
        return switch (change) {
            case UserChange.Add add -> {
                if (refusedUsers.containsKey(add.email())) {
                    yield new UserOutcome.Refused(refusedUsers.get(add.email()));
                }
                yield accounts.putIfAbsent(add.email(), add.account()) == null
                        ? new UserOutcome.Done()
                        : new UserOutcome.AlreadyThere();
            }
            case UserChange.Remove remove ->
                accounts.remove(remove.email()) == null ? new UserOutcome.NotThere() : new UserOutcome.Done();
        };
    }

    @Override
    public UserListing usersOf(String tag) {
        if (!lists) {
            return new UserListing.CannotList();
        }
        return users.containsKey(tag)
                ? new UserListing.Users(users.get(tag), 0)
                : new UserListing.NoSuchInbound("handler not found: " + tag);
    }

    @Override
    public CounterReading readCounters() {
        return running.<CounterReading>map(identity -> new CounterReading.Read(identity, Map.of(), Map.of(), Map.of()))
                .orElseGet(() -> new CounterReading.Unreadable("nobody there"));
    }

    @Override
    public CoreStatus status() {
        return status;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(lists, lists, lists, EnumSet.allOf(Protocol.class));
    }

    @Override
    public boolean owns() {
        return true;
    }

    @Override
    public Optional<CoreIdentity> adopt() {
        return running;
    }

    @Override
    public Start bringUp() {
        return running.isPresent() ? new Start.Up(running.get(), true) : start();
    }

    private Start start() {
        var why = next.inbounds().stream()
                .flatMap(populated -> Optional.ofNullable(
                        tagsThatStopStarts.get(populated.inbound().tag()))
                        .stream())
                .findFirst()
                .orElse(startFails);
        if (!hasNext || !why.isEmpty()) {
            status = new CoreStatus.Down(why, Instant.EPOCH);
            return new Start.NotUp(why);
        }
        comeBack();
        return new Start.Up(running.orElseThrow(), false);
    }

    @Override
    public Start restart(String why) {
        restarts.add(why);
        running = Optional.empty();
        return start();
    }

    @Override
    public void stop(String why) {
        running = Optional.empty();
        status = new CoreStatus.Stopped(why);
    }

    @Override
    public void beforeStop(Runnable lastReading) {}

    @Override
    public void whenStarted(Consumer<CoreIdentity> listener) {}

    @Override
    public void close() {}

    @Override
    public Written write(Configuration configuration) {
        writtenSoon.clear();
        if (testIsMissing) {
            return new Written.NotWritten("the core's test could not be run");
        }
        var refusal = refusal(configuration);
        if (refusal.isPresent()) {
            return new Written.Refused(refusal.get());
        }
        next = configuration;
        hasNext = true;
        return new Written.Accepted();
    }

    @Override
    public Optional<String> refusal(Configuration configuration) {
        return configuration.inbounds().stream()
                .map(populated -> populated.inbound().tag())
                .filter(refusedTags::contains)
                .map(tag -> "the core's test refuses it: " + tag)
                .findFirst();
    }

    @Override
    public void writeSoon(Configuration configuration) {
        writtenSoon.add(configuration);
    }

    @Override
    public Optional<Ready> forStart() {
        throw new AssertionError("a supervisor's business");
    }

    @Override
    public Optional<StartedWith> startedWith() {
        return started;
    }

    @Override
    public Optional<KnownUsers> of(CoreIdentity core) {
        if (!recordOf.equals(Optional.of(core))) {
            return Optional.empty();
        }
        var known = new KnownUsers();
        record.forEach(known::learn);
        return Optional.of(known);
    }

    @Override
    public void begin(CoreIdentity core, KnownUsers known) {
        recordOf = Optional.of(core);
        record.clear();
        known.facts().forEach(record::add);
    }

    @Override
    public void note(List<UserFact> facts) {
        record.addAll(facts);
    }

    @Override
    public boolean isLong() {
        return false;
    }
}
