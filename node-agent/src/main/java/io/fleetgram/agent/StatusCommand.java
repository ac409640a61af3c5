package io.fleetgram.agent;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.fleetgram.agent.settings.AgentSettings;
import io.fleetgram.agent.store.AgentDirectory;
import java.io.IOException;
import java.io.PrintStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** {@code status}: asks the probe of the agent that runs here, and tells it for people. */
final class StatusCommand {

    private final AgentSettings settings;
    private final PrintStream out;

    StatusCommand(AgentSettings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    Exit run() throws IOException {
        var portFile = new AgentDirectory(settings.directory()).probePort();
        if (!Files.exists(portFile)) {
            out.printf("no agent runs on %s%n", settings.directory());
            return Exit.FAILED;
        }
        int port = Integer.parseInt(
                Files.readString(portFile, StandardCharsets.US_ASCII).strip());
        try {
            print(JsonParser.parseString(get(port)).getAsJsonObject());
            return Exit.DONE;
        } catch (IOException e) {
            out.printf("the agent on %s does not answer on 127.0.0.1:%d: %s%n", settings.directory(), port, e);
            return Exit.FAILED;
        }
    }

    private void print(JsonObject info) {
        var core = info.getAsJsonObject("core");
        line("node", text(info, "nodeName") + " (" + text(info, "nodeKey") + ")");
        line(
                "agent",
                text(info, "agentVersion") + ", up " + info.get("uptimeSeconds").getAsLong() + " s");
        line("controller", text(info, "controller"));
        line("core", core(core));
        line("ports", core.getAsJsonArray("listeningPorts").toString());
        line("versions", "stored %s, applied %s".formatted(text(info, "storedVersion"), text(info, "appliedVersion")));
        line("last change", text(info, "lastConvergence"));
        line("online", text(info, "onlineAccounts") + " accounts, " + text(info, "connections") + " connections");
        line("certificate", text(info, "certificateDays") + " days left");
        if (!text(info, "trouble").isEmpty()) {
            line("trouble", text(info, "trouble"));
        }
        for (var failed : info.getAsJsonArray("failedEntries")) {
            var entry = failed.getAsJsonObject();
            line("not running", text(entry, "key") + ": " + text(entry, "reason"));
        }
    }

    private static String core(JsonObject core) {
        var told = "%s %s, %s, process %s"
                .formatted(text(core, "kind"), text(core, "version"), text(core, "state"), text(core, "processId"));
        return text(core, "lastError").isEmpty() ? told : told + ": " + text(core, "lastError");
    }

    private void line(String name, String value) {
        out.printf("%-12s %s%n", name, value);
    }

    private static String text(JsonObject json, String name) {
        return json.get(name).getAsString();
    }

    private String get(int port) throws IOException {
        var connection = (HttpURLConnection)
                URI.create("http://127.0.0.1:" + port + "/info").toURL().openConnection();
        connection.setConnectTimeout((int) settings.infoDeadline().toMillis());
        connection.setReadTimeout((int) settings.infoDeadline().toMillis());
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            connection.disconnect();
        }
    }
}
