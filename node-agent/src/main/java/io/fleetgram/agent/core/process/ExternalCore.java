package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.Configurations;
import io.fleetgram.agent.core.Core;
import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.CoreStatistics;
import io.fleetgram.agent.core.CoreWish;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.ForeignCore;
import io.fleetgram.agent.core.Ports;
import io.fleetgram.agent.core.Supervisor;
import io.fleetgram.agent.core.UserRecord;
import io.fleetgram.agent.core.file.CoreDirectory;
import io.fleetgram.agent.core.file.CoreWishFile;
import io.fleetgram.agent.core.file.UserRecordFile;
import io.fleetgram.agent.core.grpc.ApiDeadlines;
import io.fleetgram.agent.core.grpc.ForeignXray;
import io.fleetgram.agent.core.grpc.GrpcCore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/** An Xray that somebody else configures and runs, put together with what adds users to it and counts their bytes. */
public final class ExternalCore implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Path PROC = Path.of("/proc");

    private final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(
            1, Thread.ofVirtual().name("core-watch").factory());
    private final CoreProgram program = new CoreProgram(Path.of("/"), Dialect.XRAY, "external");
    private final CoreDirectory directory;
    private final ForeignXray foreign;
    private final ExternalSupervisor supervisor;
    private final GrpcCore core;

    /**
     * Begins to watch; the core need not run yet.
     *
     * @param apiPort of its API, on 127.0.0.1
     */
    public ExternalCore(int apiPort, Path directory, ApiDeadlines deadlines, InstantSource time) {
        this.directory = new CoreDirectory(directory);
        this.foreign = new ForeignXray(apiPort, deadlines.read());
        this.supervisor = new ExternalSupervisor(
                apiPort, program, foreign, new ProcessTable(PROC), new PortOwners(PROC), time, LOOK_EVERY);
        this.core = new GrpcCore(program, supervisor, supervisor::status, deadlines);
        supervisor.watch(scheduler);
    }

    public CoreProgram program() {
        return program;
    }

    public Core core() {
        return core;
    }

    /** What the core says of itself. */
    public CoreStatistics statistics() {
        return core;
    }

    /** Where the agent keeps what it knows of the core; the core's own files are elsewhere. */
    public CoreDirectory files() {
        return directory;
    }

    public ForeignCore foreign() {
        return foreign;
    }

    public Supervisor supervisor() {
        return supervisor;
    }

    public Configurations configurations() {
        return new NoConfigurations();
    }

    public Ports ports() {
        return new ListeningPorts();
    }

    public UserRecord userRecord() {
        return new UserRecordFile(directory.users());
    }

    public CoreWish wish() {
        return new CoreWishFile(directory.stopped());
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        core.close();
        foreign.close();
    }
}
