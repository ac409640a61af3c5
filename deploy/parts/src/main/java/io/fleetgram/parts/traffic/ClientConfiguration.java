package io.fleetgram.parts.traffic;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A core's configuration as a client: SOCKS on the loopback address in, one share link out. */
record ClientConfiguration(ShareLink link, int socksPort) {

    private static final JsonMapper JSON = new JsonMapper();

    String json() {
        var root = JSON.createObjectNode();
        root.putObject("log").put("loglevel", "warning");
        var inbound = root.putArray("inbounds").addObject();
        inbound.put("tag", "socks")
                .put("protocol", "socks")
                .put("listen", "127.0.0.1")
                .put("port", socksPort);
        inbound.putObject("settings").put("auth", "noauth").put("udp", false);
        var outbound = root.putArray("outbounds").addObject();
        outbound.put("tag", "proxy").put("protocol", link.protocol());
        var server = outbound.putObject("settings").putArray("vnext").addObject();
        server.put("address", link.host()).put("port", link.port());
        addUser(server.putArray("users").addObject());
        addStream(outbound.putObject("streamSettings"));
        return root.toString();
    }

    private void addUser(ObjectNode user) {
        user.put("id", link.id());
        if (link.protocol().equals("vless")) {
            user.put("encryption", link.parameter("encryption", "none"));
            user.put("flow", link.parameter("flow", ""));
        } else {
            user.put("alterId", 0).put("security", "auto");
        }
    }

    private void addStream(ObjectNode stream) {
        var network = link.parameter("type", "tcp");
        var security = link.parameter("security", "none");
        stream.put("network", network).put("security", security);
        switch (security) {
            case "none" -> {}
            case "tls" -> stream.putObject("tlsSettings").put("serverName", link.parameter("sni", link.host()));
            case "reality" ->
                stream.putObject("realitySettings")
                        .put("serverName", link.parameter("sni", ""))
                        .put("fingerprint", link.parameter("fp", "chrome"))
                        .put("publicKey", link.parameter("pbk", ""))
                        .put("shortId", link.parameter("sid", ""))
                        .put("spiderX", link.parameter("spx", ""));
            default -> throw new IllegalArgumentException("This client does not know security=" + security);
        }
        switch (network) {
            case "tcp" -> {}
            case "ws" -> stream.putObject("wsSettings").put("path", link.parameter("path", "/"));
            default -> throw new IllegalArgumentException("This client does not know type=" + network);
        }
    }
}
