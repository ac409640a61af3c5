package io.fleetgram.parts.core;

/**
 * The smallest configuration of a node's core: one VLESS inbound over plain TCP without users, counters, and the API.
 *
 * <p>Without the final rule, Xray 26 keeps streams of proxy users away from loopback and private addresses, and holds them open in
 * silence for up to 90 s; the other cores do not know the rule and pass over it.
 */
public record CoreConfiguration(CoreKind kind, int apiPort, int inboundPort) {

    /** The inbound's tag. */
    public static final String TAG = "vless-in";

    public String json() {
        return """
                {
                  "log": {"loglevel": "warning"},
                  "stats": {},
                  "api": {"tag": "api", %s"services": ["HandlerService", "StatsService"]},
                  "policy": {
                    "levels": {"0": {"statsUserUplink": true, "statsUserDownlink": true}},
                    "system": {"statsInboundUplink": true, "statsInboundDownlink": true}
                  },
                  "inbounds": [
                    %s
                    {"tag": "%s", "listen": "127.0.0.1", "port": %d, "protocol": "vless",
                     "settings": {"clients": [], "decryption": "none"}, "streamSettings": {"network": "tcp"}}
                  ],
                  "outbounds": [{"tag": "direct", "protocol": "freedom", "settings": {"finalRules": [{"action": "allow"}]}}],
                  "routing": {"rules": [%s]}
                }
                """.formatted(apiListen(), apiInbound(), TAG, inboundPort, apiRule());
    }

    private String apiListen() {
        return kind == CoreKind.V2RAY ? "" : "\"listen\": \"127.0.0.1:%d\", ".formatted(apiPort);
    }

    /** v2ray 4.34 has no listener for the API alone: an inbound and a rule lead to it. */
    private String apiInbound() {
        return kind == CoreKind.V2RAY ? """
                {"tag": "api-in", "listen": "127.0.0.1", "port": %d, "protocol": "dokodemo-door",
                 "settings": {"address": "127.0.0.1"}},
                """.formatted(apiPort) : "";
    }

    private String apiRule() {
        return kind == CoreKind.V2RAY
                ? "{\"type\": \"field\", \"inboundTag\": [\"api-in\"], \"outboundTag\": \"api\"}"
                : "";
    }
}
