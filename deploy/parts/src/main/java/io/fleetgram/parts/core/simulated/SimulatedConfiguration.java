package io.fleetgram.parts.core.simulated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * What the simulated core reads from a core's configuration file.
 *
 * <p>Of routing it follows only the rule that leads to the API; outbounds are accepted and every stream goes straight to its target.
 *
 * @param api where the API is served; empty if the file has none
 * @param services the API's services, in lower case
 */
public record SimulatedConfiguration(
        List<VlessInbound> inbounds,
        Optional<InetSocketAddress> api,
        Set<String> services,
        Policy policy,
        Optional<String> errorLog) {

    private static final JsonMapper JSON = new JsonMapper();

    record VlessInbound(String tag, InetSocketAddress listen, List<CoreUser> users) {}

    public static SimulatedConfiguration parse(String text) throws Refused {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new Refused("main: failed to load config files > " + e.getOriginalMessage());
        }
        var apiInbounds = apiInbounds(root);
        var inbounds = new ArrayList<VlessInbound>();
        var api = address(root.path("api").path("listen").asText(""));
        for (var inbound : root.path("inbounds")) {
            var tag = inbound.path("tag").asText("");
            if (apiInbounds.contains(tag)) {
                api = Optional.of(listen(inbound));
            } else {
                inbounds.add(vless(tag, inbound));
            }
        }
        var services = elements(root.path("api").path("services"))
                .map(service -> service.asText().toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
        var errorLog = Optional.of(root.path("log").path("error").asText("")).filter(path -> !path.isEmpty());
        return new SimulatedConfiguration(inbounds, api, services, Policy.of(root), errorLog);
    }

    /** Inbounds that a rule leads to the API's tag: how cores without {@code api.listen} are reached. */
    private static Set<String> apiInbounds(JsonNode root) {
        var apiTag = root.path("api").path("tag").asText("");
        return elements(root.path("routing").path("rules"))
                .filter(rule ->
                        !apiTag.isEmpty() && rule.path("outboundTag").asText("").equals(apiTag))
                .flatMap(rule -> elements(rule.path("inboundTag")).map(JsonNode::asText))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static VlessInbound vless(String tag, JsonNode inbound) throws Refused {
        var protocol = inbound.path("protocol").asText("");
        var stream = inbound.path("streamSettings");
        var network = stream.path("network").asText("tcp");
        var security = stream.path("security").asText("none");
        if (!protocol.equals("vless") || !Set.of("tcp", "raw").contains(network) || !security.equals("none")) {
            throw new Refused("inbound %s: the simulated core serves VLESS over plain TCP, not %s over %s with %s"
                    .formatted(tag, protocol, network, security));
        }
        var settings = inbound.path("settings");
        if (!settings.path("decryption").asText("").equals("none")) {
            throw new Refused("inbound %s: VLESS settings: please add/set \"decryption\":\"none\"".formatted(tag));
        }
        var users = new ArrayList<CoreUser>();
        for (var client : settings.has("clients") ? settings.path("clients") : settings.path("users")) {
            users.add(new CoreUser(
                    client.path("email").asText(""),
                    client.path("level").asInt(0),
                    id(tag, client.path("id").asText("")),
                    client.path("flow").asText("")));
        }
        return new VlessInbound(tag, listen(inbound), users);
    }

    private static UUID id(String tag, String text) throws Refused {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused("inbound %s: failed to parse ID > not a UUID: %s".formatted(tag, text));
        }
    }

    private static InetSocketAddress listen(JsonNode inbound) {
        return new InetSocketAddress(
                inbound.path("listen").asText("0.0.0.0"), inbound.path("port").asInt());
    }

    private static Optional<InetSocketAddress> address(String listen) {
        var colon = listen.lastIndexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(new InetSocketAddress(
                        listen.substring(0, colon), Integer.parseInt(listen.substring(colon + 1))));
    }

    private static java.util.stream.Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
