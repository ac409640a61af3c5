package io.fleetgram.agent.settings;

import io.fleetgram.agent.core.Reach;
import io.fleetgram.agent.core.process.CoreKind;
import io.fleetgram.agent.core.process.CoreMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that can be set.
 *
 * @param directory where the agent keeps its things
 * @param memoryDirectory on tmpfs; empty: found by the agent
 * @param coreExecutable the core's program; empty: found by the agent
 * @param coreUnit the core's systemd unit
 * @param coreApiPort of a core that somebody else runs, on 127.0.0.1; 0 for none
 * @param coreTakeOver the configuration file of a core whose place the agent's takes
 * @param coreListenAddress for inbounds that name none; empty: every address of the machine
 * @param meterInterval between two readings of the core's counters, unless the controller sets it
 * @param reportInterval between two reports, unless the controller sets it
 * @param driftInterval between two comparisons of core and desired state
 * @param pollWait how long a poll waits for a change
 * @param longestPause between two attempts to reach a controller
 * @param probePort on 127.0.0.1; 0 for any
 */
public record AgentSettings(
        Path directory,
        Optional<Path> memoryDirectory,
        Optional<Path> coreExecutable,
        CoreKind coreKind,
        CoreMode coreMode,
        String coreUnit,
        int coreApiPort,
        Optional<Path> coreTakeOver,
        Reach coreReach,
        Optional<String> coreListenAddress,
        Duration meterInterval,
        Duration reportInterval,
        Duration driftInterval,
        Duration pollWait,
        Duration longestPause,
        Duration connectDeadline,
        Duration reportDeadline,
        Duration identityDeadline,
        Duration coreAnswerDeadline,
        Duration coreRestartDeadline,
        Duration infoDeadline,
        Duration coreChangeDeadline,
        Duration coreReadDeadline,
        int probePort,
        LogLevel logLevel) {

    static final Setting<Path> DIRECTORY = new Setting<>(
            "directory",
            "/var/lib/fleetgram-agent",
            Form.absolutePath(),
            "Where the agent keeps its identity, the last good state, the traffic journal and the core's files. "
                    + "One agent to a directory.");
    static final Setting<Optional<Path>> MEMORY_DIRECTORY = new Setting<>(
            "memory-directory",
            "auto",
            Form.absolutePathOrAuto(),
            "A directory in memory (tmpfs) where the journal's position is kept. "
                    + "`auto` takes `/run`, else `/dev/shm`, whichever is in memory and can be written.");
    static final Setting<Optional<Path>> CORE_EXECUTABLE = new Setting<>(
            "core.executable",
            "auto",
            Form.absolutePathOrAuto(),
            "The core's program. `auto` looks for `xray`, then `v2ray`, on the `PATH` and in `/usr/local/bin`.");
    static final Setting<CoreKind> CORE_KIND = new Setting<>(
            "core.kind",
            "auto",
            Form.oneOf(CoreKind.class),
            "What kind of core the program is. `auto` asks it for its version.");
    static final Setting<CoreMode> CORE_MODE = new Setting<>(
            "core.mode",
            "own-process",
            Form.oneOf(CoreMode.class),
            "Who runs the core. `own-process`: the agent starts it, in a session of its own. `systemd`: the agent"
                    + " writes a unit for it and has systemd run that; the agent must be root. `external`: somebody else"
                    + " configures and runs it (Xray 25.6.7 or newer), and the agent only adds users to it and counts"
                    + " their bytes.");
    static final Setting<String> CORE_UNIT = new Setting<>(
            "core.unit",
            "fleetgram-core.service",
            Form.serviceName(),
            "With `core.mode=systemd`: the name of the core's unit, written to `/run/systemd/system`.");
    static final Setting<Integer> CORE_API_PORT = new Setting<>(
            "core.api-port",
            "0",
            Form.number(0, 65_535),
            "With `core.mode=external`: the port on 127.0.0.1 of the core's API, which must offer HandlerService and "
                    + "StatsService. 0 is none.");
    static final Setting<Optional<Path>> CORE_TAKE_OVER = new Setting<>(
            "core.take-over",
            "nothing",
            Form.absolutePathOrNothing(),
            "The configuration file of a core that ran on this machine before and whose place the agent's core takes:"
                    + " the file is kept as a dated copy in the core's directory, and the core that runs with it is"
                    + " ended.");
    static final Setting<Reach> CORE_REACH = new Setting<>(
            "core.reach",
            "cores-own-rules",
            Form.oneOf(Reach.class),
            "Where users' streams may go. `everywhere` includes the node's own addresses: for trying things out only.");
    static final Setting<Optional<String>> CORE_LISTEN_ADDRESS = new Setting<>(
            "core.listen-address",
            "every",
            Form.addressOrEvery(),
            "The address on which inbounds listen that name none. `every` takes all addresses of the machine; one of "
                    + "them is for machines that share their ports with somebody else.");
    static final Setting<Duration> METER_INTERVAL = new Setting<>(
            "meter.interval",
            "2s",
            Form.duration("500ms", "60s"),
            "Time between two readings of the core's counters, unless the controller sets it.");
    static final Setting<Duration> REPORT_INTERVAL = new Setting<>(
            "report.interval",
            "10s",
            Form.duration("1s", "5m"),
            "Time between two reports of status and traffic, unless the controller sets it.");
    static final Setting<Duration> DRIFT_INTERVAL = new Setting<>(
            "drift.interval",
            "30s",
            Form.duration("5s", "10m"),
            "Time between two comparisons of the core with the desired state.");
    static final Setting<Duration> POLL_WAIT = new Setting<>(
            "poll.wait", "50s", Form.duration("1s", "50s"), "How long a poll waits at the controller for a change.");
    static final Setting<Duration> LONGEST_PAUSE = new Setting<>(
            "controller.longest-pause",
            "20s",
            Form.duration("1s", "5m"),
            "The pauses between attempts to reach a controller grow up to this.");
    static final Setting<Duration> CONNECT_DEADLINE = new Setting<>(
            "deadline.connect",
            "5s",
            Form.duration("1s", "60s"),
            "How long one attempt to connect to a controller may take.");
    static final Setting<Duration> REPORT_DEADLINE = new Setting<>(
            "deadline.report", "10s", Form.duration("1s", "5m"), "How long one report of status or traffic may take.");
    static final Setting<Duration> IDENTITY_DEADLINE = new Setting<>(
            "deadline.identity",
            "15s",
            Form.duration("1s", "5m"),
            "How long enrolling or renewing the certificate may take.");
    static final Setting<Duration> CORE_ANSWER_DEADLINE = new Setting<>(
            "deadline.core-answer",
            "5s",
            Form.duration("100ms", "60s"),
            "How long the core may take to show that it lives.");
    static final Setting<Duration> CORE_RESTART_DEADLINE = new Setting<>(
            "deadline.core-restart",
            "30s",
            Form.duration("1s", "10m"),
            "How long a started core may take until it answers; one that takes longer is ended and started again.");
    static final Setting<Duration> INFO_DEADLINE = new Setting<>(
            "deadline.info",
            "5s",
            Form.duration("1s", "60s"),
            "How long the agent that runs may take to answer `status`.");
    static final Setting<Duration> CORE_CHANGE_DEADLINE = new Setting<>(
            "deadline.core-change",
            "15s",
            Form.duration("1s", "5m"),
            "How long the core may take to add or remove one user.");
    static final Setting<Duration> CORE_READ_DEADLINE = new Setting<>(
            "deadline.core-read",
            "10s",
            Form.duration("1s", "5m"),
            "How long the core may take to list its counters or an inbound's users.");
    static final Setting<Integer> PROBE_PORT = new Setting<>(
            "probe.port",
            "10187",
            Form.number(0, 65_535),
            "Port of `/health`, `/info` and `/metrics` on 127.0.0.1. 0 takes any free one, written to `probe.port` "
                    + "in the agent's directory.");
    static final Setting<LogLevel> LOG_LEVEL =
            new Setting<>("log.level", "info", Form.oneOf(LogLevel.class), "How much is logged to standard error.");

    /** Every setting, in the order of the documentation. */
    public static final List<Setting<?>> ALL = List.of(
            DIRECTORY,
            MEMORY_DIRECTORY,
            CORE_EXECUTABLE,
            CORE_KIND,
            CORE_MODE,
            CORE_UNIT,
            CORE_API_PORT,
            CORE_TAKE_OVER,
            CORE_REACH,
            CORE_LISTEN_ADDRESS,
            METER_INTERVAL,
            REPORT_INTERVAL,
            DRIFT_INTERVAL,
            POLL_WAIT,
            LONGEST_PAUSE,
            CONNECT_DEADLINE,
            REPORT_DEADLINE,
            IDENTITY_DEADLINE,
            CORE_ANSWER_DEADLINE,
            CORE_RESTART_DEADLINE,
            INFO_DEADLINE,
            CORE_CHANGE_DEADLINE,
            CORE_READ_DEADLINE,
            PROBE_PORT,
            LOG_LEVEL);

    static AgentSettings of(Values values) {
        return new AgentSettings(
                values.get(DIRECTORY),
                values.get(MEMORY_DIRECTORY),
                values.get(CORE_EXECUTABLE),
                values.get(CORE_KIND),
                values.get(CORE_MODE),
                values.get(CORE_UNIT),
                values.get(CORE_API_PORT),
                values.get(CORE_TAKE_OVER),
                values.get(CORE_REACH),
                values.get(CORE_LISTEN_ADDRESS),
                values.get(METER_INTERVAL),
                values.get(REPORT_INTERVAL),
                values.get(DRIFT_INTERVAL),
                values.get(POLL_WAIT),
                values.get(LONGEST_PAUSE),
                values.get(CONNECT_DEADLINE),
                values.get(REPORT_DEADLINE),
                values.get(IDENTITY_DEADLINE),
                values.get(CORE_ANSWER_DEADLINE),
                values.get(CORE_RESTART_DEADLINE),
                values.get(INFO_DEADLINE),
                values.get(CORE_CHANGE_DEADLINE),
                values.get(CORE_READ_DEADLINE),
                values.get(PROBE_PORT),
                values.get(LOG_LEVEL));
    }
}
