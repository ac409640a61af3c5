package io.fleetgram.agent.settings;

/** The agent's part of docs/settings.md, made from the settings themselves. */
public final class SettingsPage {

    private SettingsPage() {}

    /** Returns the part in Markdown. */
    public static String markdown() {
        var page = new StringBuilder("""
                ## The node agent

                Read from `/etc/fleetgram-agent/agent.properties` (another file with `--config FILE`), then from environment
                variables, then from flags (`--key value`); the later wins. A key that is not in this list is refused.
                Durations are a number and `ms`, `s`, `m` or `h`.

                | key | default | allowed | meaning |
                |---|---|---|---|
                """);
        for (var setting : AgentSettings.ALL) {
            page.append("| `%s`<br>`%s` | `%s` | %s | %s |\n"
                    .formatted(
                            setting.key(),
                            setting.variable(),
                            setting.standard(),
                            setting.form().description(),
                            setting.meaning()));
        }
        return page.toString();
    }
}
