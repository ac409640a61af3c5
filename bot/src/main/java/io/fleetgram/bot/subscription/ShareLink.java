package io.fleetgram.bot.subscription;

import io.fleetgram.bot.inbounds.Security;
import io.fleetgram.bot.inbounds.Transport;
import java.net.IDN;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Writes share links as proxy clients read them: values percent-encoded, IPv6 in brackets, domains in punycode, the remark
 * after {@code #} (the VMessAEAD and VLESS link standard, Xray discussion 716).
 */
public final class ShareLink {

    private ShareLink() {}

    /** Returns the link to a server for the user with this UUID. */
    public static String of(Server server, UUID user) {
        return switch (server.inbound().protocol()) {
            case VLESS -> vless(server, user);
        };
    }

    /** Returns a link that no client can connect with, whose remark says why there is no other. */
    public static String saying(String why) {
        return "vless://%s@127.0.0.1:1?encryption=none&type=tcp&headerType=none&security=none#%s"
                .formatted(new UUID(0, 0), encode(why));
    }

    private static String vless(Server server, UUID user) {
        var inbound = server.inbound();
        var query = new LinkedHashMap<String, String>();
        query.put("encryption", "none");
        switch (inbound.flow()) {
            case NONE -> {}
            case VISION -> query.put("flow", inbound.flow().wireName());
        }
        switch (inbound.transport()) {
            case Transport.Tcp tcp -> {
                query.put("type", "tcp");
                query.put("headerType", "none");
            }
        }
        switch (inbound.security()) {
            case Security.None none -> query.put("security", "none");
            case Security.Reality reality -> addReality(query, reality);
        }
        return "vless://%s@%s:%d?%s#%s"
                .formatted(user, host(server.address()), inbound.port(), query(query), encode(server.remark()));
    }

    private static void addReality(Map<String, String> query, Security.Reality reality) {
        query.put("security", "reality");
        query.put("sni", reality.serverNames().getFirst());
        query.put("fp", "chrome");
        query.put("pbk", reality.keys().publicKeyText());
        query.put("sid", reality.shortIds().getFirst());
        query.put("spx", "/");
    }

    private static String query(Map<String, String> query) {
        return query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String host(String address) {
        return address.contains(":") ? "[" + address + "]" : IDN.toASCII(address);
    }

    /** The encoder writes form data, where a blank is a plus. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
