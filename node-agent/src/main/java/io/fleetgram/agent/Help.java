package io.fleetgram.agent;

import io.fleetgram.agent.settings.AgentSettings;

/** What {@code fleetgram-agent help} says. */
final class Help {

    private Help() {}

    static String text() {
        var text = new StringBuilder("""
                fleetgram-agent COMMAND [--OPTION VALUE ...]

                  enroll --controller HOST:PORT[,HOST:PORT] --token TOKEN --ca-fingerprint SHA256HEX
                         [--behind-proxy system|SHA256]
                           makes this machine a node; the bot shows the whole line
                  run      runs the agent until it is stopped
                  status   says how the agent that runs here is doing
                  users    lists the users in the core by inbound, and how they differ from the desired state
                  show-config
                           shows every setting, its value, and where that comes from
                  check    checks settings, files, core and controller, and changes nothing
                  release --confirm NODE
                           takes all users out of the core and leaves it to you; the agent must be stopped before
                  help     shows this
                  version  prints the agent's version
                  archive  [CORE] makes an archive with which the agent starts sooner, by a rehearsal on this machine
                           with the core's program; give it after installing and after each update

                Every command takes --config FILE and every setting as an option:

                """);
        for (var setting : AgentSettings.ALL) {
            text.append("  --%-26s %s (default %s)\n"
                    .formatted(setting.key(), setting.form().description(), setting.standard()));
        }
        return text.append("\nExit status: 0 done, 1 failed, 2 wrong use or settings, 3 not a node\n")
                .toString();
    }
}
