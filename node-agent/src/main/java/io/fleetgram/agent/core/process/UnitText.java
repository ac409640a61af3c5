package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.file.CoreDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the systemd unit of a core (systemd.service(5), systemd.exec(5)). */
record UnitText(CoreCommand command, CoreDirectory directory, Duration termination) {

    /** The agent restarts a core that died, after pauses of its own; systemd must not do so, too. */
    String of(Path configuration) {
        return """
            # Written by the Fleetgram node agent at each start of the core; changes here are lost.
            [Unit]
            Description=Proxy core of the Fleetgram node agent
            StartLimitIntervalSec=0

            [Service]
            Type=exec
            ExecStart=%s
            %sWorkingDirectory=%s
            StandardInput=null
            StandardOutput=append:%s
            StandardError=inherit
            Restart=no
            TimeoutStopSec=%d
            OOMPolicy=continue
            LimitNOFILE=1048576
            LimitCORE=0
            TasksMax=infinity
            UMask=0077
            NoNewPrivileges=yes
            ProtectSystem=strict
            ProtectHome=read-only
            ReadWritePaths=%s
            PrivateDevices=yes
            ProtectClock=yes
            ProtectHostname=yes
            ProtectKernelLogs=yes
            ProtectKernelModules=yes
            ProtectKernelTunables=yes
            ProtectControlGroups=yes
            RestrictNamespaces=yes
            RestrictRealtime=yes
            RestrictSUIDSGID=yes
            LockPersonality=yes
            SystemCallArchitectures=native
            RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
            CapabilityBoundingSet=CAP_NET_BIND_SERVICE CAP_NET_ADMIN CAP_DAC_OVERRIDE
            """.formatted(
                        words(command.run(configuration)),
                        environment(command.environment()),
                        path(directory.root()),
                        path(directory.output()),
                        Math.max(1, termination.toSeconds()),
                        word(directory.root().toString()));
    }

    private static String environment(Map<String, String> variables) {
        return variables.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(variable -> "Environment=\"%s=%s\"%n".formatted(variable.getKey(), variable.getValue()))
                .collect(Collectors.joining());
    }

    /** Each word in quotes: neither blanks nor systemd's own signs may take it apart. */
    private static String words(List<String> words) {
        var arguments = words.stream().skip(1).map(word -> word(word.replace("$", "$$")));
        return Stream.concat(Stream.of(word(words.getFirst())), arguments).collect(Collectors.joining(" "));
    }

    private static String word(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("%", "%%") + "\"";
    }

    private static String path(Path path) {
        return path.toString().replace("%", "%%");
    }
}
