package io.fleetgram.parts.traffic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What a client app reads from a share link: where the inbound is, who may use it, and how.
 *
 * @param protocol {@code vless} or {@code vmess}
 * @param id the user's UUID
 * @param parameters as in the query of a {@code vless://} link; those of a {@code vmess://} link go by the same names
 * @param name the remark, empty if there is none
 */
public record ShareLink(
        String protocol, String id, String host, int port, Map<String, String> parameters, String name) {

    private static final JsonMapper JSON = new JsonMapper();

    public ShareLink {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Reads a link as an app does.
     *
     * @throws IllegalArgumentException if it is not a {@code vless://} or {@code vmess://} link
     */
    public static ShareLink parse(String link) {
        if (link.startsWith("vless://")) {
            return vless(URI.create(link));
        }
        if (link.startsWith("vmess://")) {
            return vmess(link.substring("vmess://".length()));
        }
        throw new IllegalArgumentException("Neither a vless:// nor a vmess:// link: " + link);
    }

    private static ShareLink vless(URI link) {
        var parameters = new HashMap<String, String>();
        for (var pair : link.getRawQuery().split("&")) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], decode(parts[1]));
        }
        var host = link.getHost().replaceAll("[\\[\\]]", "");
        var fragment = link.getRawFragment();
        return new ShareLink(
                "vless",
                link.getUserInfo(),
                host,
                link.getPort(),
                parameters,
                fragment == null ? "" : decode(fragment));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static ShareLink vmess(String base64) {
        try {
            var json = JSON.readTree(Base64.getDecoder().decode(base64));
            var parameters = new HashMap<String, String>();
            parameters.put("type", json.path("net").asText("tcp"));
            parameters.put("security", json.path("tls").asText("").isEmpty() ? "none" : "tls");
            for (var name : Arrays.asList("sni", "fp", "alpn", "host", "path")) {
                parameters.put(name, json.path(name).asText(""));
            }
            return new ShareLink(
                    "vmess",
                    json.path("id").asText(),
                    json.path("add").asText(),
                    json.path("port").asInt(),
                    parameters,
                    json.path("ps").asText(""));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not the JSON of a vmess:// link", e);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("Bytes in memory cannot fail", e);
        }
    }

    String parameter(String key, String otherwise) {
        var value = parameters.getOrDefault(key, "");
        return value.isEmpty() ? otherwise : value;
    }

    /** What covers the stream: {@code none}, {@code tls} or {@code reality}. */
    public String security() {
        return parameter("security", "none");
    }

    /** VLESS over TCP without any cover: the one form that needs no real core on the client's side. */
    public boolean plain() {
        return protocol.equals("vless")
                && parameter("type", "tcp").equals("tcp")
                && parameter("security", "none").equals("none");
    }

    /** Whether only an Xray can be the client. */
    public boolean needsXray() {
        return parameter("security", "none").equals("reality")
                || !parameter("flow", "").isEmpty();
    }
}
