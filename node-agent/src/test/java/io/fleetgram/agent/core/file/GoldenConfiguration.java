package io.fleetgram.agent.core.file;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.Configuration;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.PopulatedInbound;
import io.fleetgram.agent.core.Protocol;
import io.fleetgram.agent.core.Reach;
import io.fleetgram.agent.core.Security;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One of everything that a dialect can be told, and how it is written down: kept as a file for people to read. */
public final class GoldenConfiguration {

    private static final UUID ID = UUID.fromString("8a3d1c55-2f77-4f8e-8f27-5d7e0a5b9d01");
    private static final int API_PORT = 10085;

    private GoldenConfiguration() {}

    static Configuration of(Dialect dialect) {
        var inbounds = new ArrayList<PopulatedInbound>();
        inbounds.add(new PopulatedInbound(
                inbound("k1", "vless-in", 18443, Protocol.VLESS, new Security.None(), ""),
                new TreeMap<>(Map.of(
                        "anna.k1", new Account.Vless(ID, ""), "bert.k1", new Account.Vless(new UUID(1, 2), "")))));
        inbounds.add(new PopulatedInbound(
                inbound("k2", "vmess-in", 18444, Protocol.VMESS, new Security.None(), ""),
                Map.of("anna.k2", new Account.Vmess(ID))));
        inbounds.add(new PopulatedInbound(
                inbound("k3", "trojan-in", 18445, Protocol.TROJAN, new Security.None(), ""),
                Map.of("anna.k3", new Account.Trojan("pass \"word\""))));
        if (dialect == Dialect.XRAY) {
            inbounds.add(new PopulatedInbound(
                    inbound("k4", "ss-in", 18446, Protocol.SHADOWSOCKS, new Security.None(), ""),
                    Map.of("anna.k4", new Account.Shadowsocks("secret"))));
            var reality = new Security.Reality(
                    "www.example.com:443",
                    List.of("www.example.com"),
                    "cJ7oiWL4mQkzmQ4zUaT2ypeuJzyjF9tWNrTZ0Cj4WEk",
                    List.of("10f897e26c4b9478", "0a", ""));
            inbounds.add(new PopulatedInbound(
                    inbound("k5", "reality-in", 18447, Protocol.VLESS, reality, "xtls-rprx-vision"),
                    Map.of("anna.k5", new Account.Vless(ID, "xtls-rprx-vision"))));
        }
        return new Configuration(inbounds);
    }

    static String written(Dialect dialect, Reach reach) throws IOException {
        var out = new StringWriter();
        new ConfigurationJson(dialect, Path.of("/var/lib/fleetgram/core/core.log"), reach)
                .write(of(dialect), API_PORT, out);
        return out + "\n";
    }

    /** Returns the file as it is kept. */
    public static String kept(String name) throws IOException {
        try (var in = GoldenConfiguration.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("there is no " + name + " beside " + GoldenConfiguration.class);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Inbound inbound(
            String key, String tag, int port, Protocol protocol, Security security, String flow) {
        return new Inbound(key, tag, port == 18443 ? "" : "127.0.0.1", port, protocol, security, flow, port == 18443);
    }
}
