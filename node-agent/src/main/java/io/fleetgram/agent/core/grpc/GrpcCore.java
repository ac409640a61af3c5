package io.fleetgram.agent.core.grpc;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.Capabilities;
import io.fleetgram.agent.core.Core;
import io.fleetgram.agent.core.CoreFigures;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.CoreStatistics;
import io.fleetgram.agent.core.CoreStatus;
import io.fleetgram.agent.core.CounterReading;
import io.fleetgram.agent.core.PresentRun;
import io.fleetgram.agent.core.Protocol;
import io.fleetgram.agent.core.UserChange;
import io.fleetgram.agent.core.UserListing;
import io.fleetgram.agent.core.UserOutcome;
import io.fleetgram.wire.core.proxyman.GetInboundUserRequest;
import io.fleetgram.wire.core.proxyman.HandlerServiceGrpc;
import io.fleetgram.wire.core.stats.QueryStatsRequest;
import io.fleetgram.wire.core.stats.StatsServiceGrpc;
import io.fleetgram.wire.core.stats.SysStatsRequest;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** The core of this machine, spoken to over its API. */
public final class GrpcCore implements Core, CoreStatistics, AutoCloseable {

    private final CoreProgram program;
    private final PresentRun run;
    private final Supplier<CoreStatus> status;
    private final ApiDeadlines deadlines;
    private final Connections connections = new Connections();
    private volatile boolean listingIsMissing;

    /** The present run is asked for before and after whatever must not mix two runs. */
    public GrpcCore(CoreProgram program, PresentRun run, Supplier<CoreStatus> status, ApiDeadlines deadlines) {
        this.program = program;
        this.run = run;
        this.status = status;
        this.deadlines = deadlines;
    }

    @Override
    public Optional<CoreIdentity> identity() {
        return run.now().map(CoreRun::identity);
    }

    @Override
    public CoreStatus status() {
        return status.get();
    }

    @Override
    public Capabilities capabilities() {
        if (program.isSimulated()) {
            return new Capabilities(!listingIsMissing, false, false, EnumSet.of(Protocol.VLESS));
        }
        return switch (program.dialect()) {
            case XRAY -> new Capabilities(!listingIsMissing, true, true, EnumSet.allOf(Protocol.class));
            // Its Shadowsocks inbounds have one user each, who cannot be changed.
            case V2RAY ->
                new Capabilities(false, false, false, EnumSet.of(Protocol.VLESS, Protocol.VMESS, Protocol.TROJAN));
        };
    }

    @Override
    public List<UserOutcome> alter(List<UserChange> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        return switch (connected()) {
            case Connected.To to ->
                new Alteration(to.api().in(to.dialect()), to.dialect(), deadlines.alter()).send(changes);
            case Connected.Nobody nobody ->
                Collections.nCopies(changes.size(), new UserOutcome.CoreGone(false, nobody.why()));
        };
    }

    @Override
    public UserListing usersOf(String tag) {
        if (!capabilities().listsUsers()) {
            return new UserListing.CannotList();
        }
        return switch (connected()) {
            case Connected.To to -> usersOf(tag, to);
            case Connected.Nobody nobody -> new UserListing.Unreachable(nobody.why());
        };
    }

    private UserListing usersOf(String tag, Connected.To to) {
        try {
            var answer = HandlerServiceGrpc.newBlockingStub(to.api().in(to.dialect()))
                    .withDeadlineAfter(deadlines.read().toNanos(), TimeUnit.NANOSECONDS)
                    .getInboundUsers(
                            GetInboundUserRequest.newBuilder().setTag(tag).build());
            var accounts = new HashMap<String, Account>();
            var messages = new AccountMessages(to.dialect());
            int foreign = 0;
            for (var user : answer.getUsersList()) {
                var account = messages.read(user.getAccount());
                if (account.isPresent() && !user.getEmail().isEmpty()) {
                    accounts.put(user.getEmail(), account.get());
                } else {
                    foreign++;
                }
            }
            return new UserListing.Users(accounts, foreign);
        } catch (StatusRuntimeException e) {
            return noListing(e.getStatus());
        }
    }

    private UserListing noListing(Status status) {
        return switch (status.getCode()) {
            case UNIMPLEMENTED -> {
                listingIsMissing = true;
                yield new UserListing.CannotList();
            }
            case UNAVAILABLE, DEADLINE_EXCEEDED, CANCELLED, INTERNAL ->
                new UserListing.Unreachable(CoreApi.text(status));
            default -> new UserListing.NoSuchInbound(CoreApi.text(status));
        };
    }

    @Override
    public CounterReading readCounters() {
        return switch (connected()) {
            case Connected.To to -> readCounters(to);
            case Connected.Nobody nobody -> new CounterReading.Unreadable(nobody.why());
        };
    }

    private CounterReading readCounters(Connected.To to) {
        try {
            var answer = StatsServiceGrpc.newBlockingStub(to.api().in(to.dialect()))
                    .withDeadlineAfter(deadlines.read().toNanos(), TimeUnit.NANOSECONDS)
                    .queryStats(QueryStatsRequest.newBuilder().setReset(false).build());
            return identity().equals(Optional.of(to.core()))
                    ? Counters.sorted(to.core(), answer.getStatList())
                    : new CounterReading.Unreadable("the core was replaced while its counters were read");
        } catch (StatusRuntimeException e) {
            return new CounterReading.Unreadable(CoreApi.text(e.getStatus()));
        }
    }

    @Override
    public Answer read() {
        return switch (connected()) {
            case Connected.To to -> read(to);
            case Connected.Nobody nobody -> new Answer.Nothing(nobody.why());
        };
    }

    private Answer read(Connected.To to) {
        try {
            var answer = StatsServiceGrpc.newBlockingStub(to.api().in(to.dialect()))
                    .withDeadlineAfter(deadlines.read().toNanos(), TimeUnit.NANOSECONDS)
                    .getSysStats(SysStatsRequest.getDefaultInstance());
            return new Answer.Told(new CoreFigures(
                    answer.getAlloc(),
                    answer.getSys(),
                    Integer.toUnsignedLong(answer.getNumGoroutine()),
                    Integer.toUnsignedLong(answer.getNumGc()),
                    Duration.ofSeconds(Integer.toUnsignedLong(answer.getUptime()))));
        } catch (StatusRuntimeException e) {
            return new Answer.Nothing(CoreApi.text(e.getStatus()));
        }
    }

    private Connected connected() {
        return run.now()
                .map(now -> connections.to(now, deadlines.answer()))
                .orElseGet(() -> new Connected.Nobody("the core does not run"));
    }

    @Override
    public void close() {
        connections.close();
    }
}
