package io.fleetgram.agent.probe;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;

/** {@code /health} and {@code /info} as JSON. */
final class InfoPage {

    private InfoPage() {}

    static String health(ProbeView view) {
        var health = new JsonObject();
        health.addProperty("status", view.isHealthy() ? "ok" : "failing");
        health.addProperty("core", view.status().core().state().name().toLowerCase(Locale.ROOT));
        health.addProperty("controller", view.controllerAnswers() ? "answers" : "away");
        health.addProperty("trouble", view.trouble());
        return text(health);
    }

    static String info(ProbeView view) {
        var status = view.status();
        var info = new JsonObject();
        info.addProperty("nodeKey", view.nodeKey());
        info.addProperty("nodeName", view.nodeName());
        info.addProperty("agentVersion", status.agent().version());
        info.addProperty("operatingSystem", status.agent().operatingSystem());
        info.addProperty("architecture", status.agent().architecture());
        info.addProperty("hostName", status.agent().hostName());
        info.addProperty("uptimeSeconds", view.uptime().toSeconds());
        info.addProperty("storedVersion", status.storedVersion());
        info.addProperty("appliedVersion", status.appliedVersion());
        info.addProperty("lastConvergence", status.lastConvergence());
        info.addProperty("trouble", view.trouble());
        info.addProperty("controller", view.controllerAnswers() ? "answers" : "away");
        info.addProperty("certificateDays", view.certificateDays());
        info.addProperty("onlineAccounts", status.host().onlineAccounts());
        info.addProperty("connections", status.host().connections());
        info.add("core", core(view));
        info.add("failedEntries", failed(view));
        return text(info);
    }

    private static JsonObject core(ProbeView view) {
        var core = view.status().core();
        var json = new JsonObject();
        json.addProperty("state", core.state().name().toLowerCase(Locale.ROOT));
        json.addProperty("kind", core.kind());
        json.addProperty("version", core.version());
        json.addProperty("processId", core.processId());
        json.addProperty("startedAt", core.startedAt().toString());
        json.addProperty("lastError", core.lastError());
        var ports = new JsonArray();
        core.listeningPorts().forEach(ports::add);
        json.add("listeningPorts", ports);
        var capabilities = new JsonArray();
        core.capabilities().forEach(capabilities::add);
        json.add("capabilities", capabilities);
        return json;
    }

    private static JsonArray failed(ProbeView view) {
        var entries = new JsonArray();
        for (var failed : view.status().failed()) {
            var entry = new JsonObject();
            entry.addProperty("key", failed.key());
            entry.addProperty("reason", failed.reason());
            entries.add(entry);
        }
        return entries;
    }

    private static String text(JsonObject json) {
        return new GsonBuilder().setPrettyPrinting().create().toJson(json) + "\n";
    }
}
