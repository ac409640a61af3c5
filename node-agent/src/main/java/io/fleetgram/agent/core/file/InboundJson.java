package io.fleetgram.agent.core.file;

import com.google.gson.stream.JsonWriter;
import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.PopulatedInbound;
import io.fleetgram.agent.core.Security;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes one inbound with its users. */
record InboundJson(Dialect dialect, JsonWriter json) {

    /** The level whose policy counts users. */
    private static final int COUNTED_LEVEL = 0;

    private static final String SHADOWSOCKS_CIPHER = "chacha20-ietf-poly1305";

    void write(PopulatedInbound populated) throws IOException {
        var inbound = populated.inbound();
        json.beginObject();
        json.name("tag").value(inbound.tag());
        if (!inbound.listen().isEmpty()) {
            json.name("listen").value(inbound.listen());
        }
        json.name("port").value(inbound.port());
        json.name("protocol").value(inbound.protocol().name().toLowerCase(Locale.ROOT));
        settings(populated);
        stream(inbound.security());
        if (inbound.sniffing()) {
            sniffing();
        }
        json.endObject();
    }

    private void settings(PopulatedInbound populated) throws IOException {
        json.name("settings").beginObject();
        json.name("clients").beginArray();
        for (var user : populated.users().entrySet()) {
            user(user.getKey(), user.getValue());
        }
        json.endArray();
        switch (populated.inbound().protocol()) {
            case VLESS -> json.name("decryption").value("none");
            case SHADOWSOCKS -> json.name("network").value("tcp,udp");
            case VMESS, TROJAN -> {}
        }
        json.endObject();
    }

    private void user(String email, Account account) throws IOException {
        json.beginObject();
        switch (account) {
            case Account.Vless vless -> {
                json.name("id").value(vless.id().toString());
                if (!vless.flow().isEmpty()) {
                    json.name("flow").value(vless.flow());
                }
            }
            case Account.Vmess vmess -> json.name("id").value(vmess.id().toString());
            case Account.Trojan trojan -> json.name("password").value(trojan.password());
            case Account.Shadowsocks shadowsocks -> {
                json.name("method").value(SHADOWSOCKS_CIPHER);
                json.name("password").value(shadowsocks.password());
            }
        }
        json.name("email").value(email);
        json.name("level").value(COUNTED_LEVEL);
        json.endObject();
    }

    private void stream(Security security) throws IOException {
        json.name("streamSettings").beginObject();
        json.name("network").value("tcp");
        switch (security) {
            case Security.None none -> json.name("security").value("none");
            case Security.Reality reality -> {
                json.name("security").value("reality");
                reality(reality);
            }
        }
        json.endObject();
    }

    private void reality(Security.Reality reality) throws IOException {
        json.name("realitySettings").beginObject();
        json.name("show").value(false);
        // Since October 2024 also named "target"; every Xray knows "dest".
        json.name("dest").value(reality.target());
        json.name("xver").value(0);
        texts("serverNames", reality.serverNames());
        json.name("privateKey").value(reality.privateKey());
        texts("shortIds", reality.shortIds());
        json.endObject();
    }

    private void sniffing() throws IOException {
        json.name("sniffing").beginObject();
        json.name("enabled").value(true);
        texts("destOverride", List.of("http", "tls"));
        json.endObject();
    }

    private void texts(String name, List<String> values) throws IOException {
        json.name(name).beginArray();
        for (String value : values) {
            json.value(value);
        }
        json.endArray();
    }
}
