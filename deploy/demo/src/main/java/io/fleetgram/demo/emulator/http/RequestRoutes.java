package io.fleetgram.demo.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.emulator.chat.World;

/** Looking at what the bot really sent. */
final class RequestRoutes {
    private final World world;
    private final Requests requests;

    RequestRoutes(World world, Requests requests) {
        this.world = world;
        this.requests = requests;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/emulator/requests", (request, path) -> world.turn(() -> list(request)))
                .on(
                        "DELETE",
                        "/emulator/requests",
                        (request, path) -> world.turn(() -> {
                            requests.clear();
                            return list(request);
                        }));
    }

    private Answer list(WebRequest request) {
        long after = request.parameter("after")
                .filter(number -> number.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
        var method = request.parameter("method").orElse("");
        var answer = Json.object();
        var list = answer.putArray("requests");
        requests.all().stream()
                .filter(entry -> entry.number() > after)
                .filter(entry -> method.isEmpty() || entry.method().equalsIgnoreCase(method))
                .forEach(entry -> list.add(view(entry)));
        return Answer.json(200, answer);
    }

    /** Arguments that are JSON are given as such. */
    private static ObjectNode view(Requests.Entry entry) {
        var json = Json.object()
                .put("number", entry.number())
                .put("at", entry.at())
                .put("method", entry.method())
                .put("content_type", entry.contentType())
                .put("status", entry.status());
        if (!entry.description().isEmpty()) {
            json.put("description", entry.description());
        }
        var arguments = json.putObject("arguments");
        entry.arguments()
                .forEach((name, value) -> Json.parse(value)
                        .filter(JsonNode::isContainerNode)
                        .ifPresentOrElse(tree -> arguments.set(name, tree), () -> arguments.put(name, value)));
        var files = json.putObject("files");
        entry.files()
                .forEach((name, file) -> files.putObject(name)
                        .put("name", file.name())
                        .put("type", file.mediaType())
                        .put("size", file.size()));
        return json;
    }
}
