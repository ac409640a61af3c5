package io.fleetgram.agent.core.file;

import com.google.gson.stream.JsonWriter;
import io.fleetgram.agent.core.Configuration;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.Reach;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;

/**
 * Writes a core's configuration in its dialect, user by user, never as a whole in memory.
 *
 * @param log where the core writes its log
 */
record ConfigurationJson(Dialect dialect, Path log, Reach reach) {

    /** Name of the API in the configuration; no inbound may have this tag. */
    static final String API = "api";

    void write(Configuration configuration, int apiPort, Writer out) throws IOException {
        var json = new JsonWriter(out);
        json.setIndent(" ");
        json.beginObject();
        log(json);
        api(json, apiPort);
        json.name("stats").beginObject().endObject();
        policy(json);
        json.name("inbounds").beginArray();
        if (dialect == Dialect.V2RAY) {
            apiInbound(json, apiPort);
        }
        var inbounds = new InboundJson(dialect, json);
        for (var inbound : configuration.inbounds()) {
            inbounds.write(inbound);
        }
        json.endArray();
        outbounds(json);
        if (dialect == Dialect.V2RAY) {
            apiRoute(json);
        }
        json.endObject();
        json.flush();
    }

    private void log(JsonWriter json) throws IOException {
        json.name("log").beginObject();
        json.name("loglevel").value("warning");
        // An access log would hold every user's addresses and destinations.
        json.name("access").value("none");
        json.name("error").value(log.toString());
        json.endObject();
    }

    private void api(JsonWriter json, int port) throws IOException {
        json.name("api").beginObject();
        json.name("tag").value(API);
        if (dialect == Dialect.XRAY) {
            json.name("listen").value("127.0.0.1:" + port);
        }
        json.name("services").beginArray();
        json.value("HandlerService").value("StatsService");
        json.endArray();
        json.endObject();
    }

    private void policy(JsonWriter json) throws IOException {
        json.name("policy").beginObject();
        json.name("levels").beginObject().name("0").beginObject();
        json.name("statsUserUplink").value(true);
        json.name("statsUserDownlink").value(true);
        if (dialect == Dialect.XRAY) {
            json.name("statsUserOnline").value(true);
        }
        json.endObject().endObject();
        json.name("system").beginObject();
        json.name("statsInboundUplink").value(true);
        json.name("statsInboundDownlink").value(true);
        json.name("statsOutboundUplink").value(true);
        json.name("statsOutboundDownlink").value(true);
        json.endObject();
        json.endObject();
    }

    private static void apiInbound(JsonWriter json, int port) throws IOException {
        json.beginObject();
        json.name("tag").value(API);
        json.name("listen").value("127.0.0.1");
        json.name("port").value(port);
        json.name("protocol").value("dokodemo-door");
        json.name("settings").beginObject();
        json.name("address").value("127.0.0.1");
        json.endObject();
        json.endObject();
    }

    private static void apiRoute(JsonWriter json) throws IOException {
        json.name("routing").beginObject();
        json.name("rules").beginArray().beginObject();
        json.name("type").value("field");
        json.name("inboundTag").beginArray().value(API).endArray();
        json.name("outboundTag").value(API);
        json.endObject().endArray();
        json.endObject();
    }

    private void outbounds(JsonWriter json) throws IOException {
        json.name("outbounds").beginArray();
        json.beginObject();
        json.name("tag").value("direct");
        json.name("protocol").value("freedom");
        if (dialect == Dialect.XRAY && reach == Reach.EVERYWHERE) {
            json.name("settings").beginObject();
            json.name("finalRules").beginArray();
            json.beginObject().name("action").value("allow").endObject();
            json.endArray();
            json.endObject();
        }
        json.endObject();
        json.beginObject();
        json.name("tag").value("blocked");
        json.name("protocol").value("blackhole");
        json.endObject();
        json.endArray();
    }
}
