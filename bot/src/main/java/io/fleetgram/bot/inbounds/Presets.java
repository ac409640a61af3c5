package io.fleetgram.bot.inbounds;

import io.fleetgram.bot.platform.RandomKeys;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Ready-made inbounds with good settings; keys and ids are made here. */
public final class Presets {

    private static final int SHORT_ID_BYTES = 8;

    private final RandomKeys random;

    public Presets(RandomKeys random) {
        this.random = random;
    }

    /** VLESS over plain TCP: for trusted networks, and for cores without REALITY. */
    public Inbound vlessTcp(int port) {
        return new Inbound(
                new InboundKey(random.key()),
                "vless-tcp",
                Protocol.VLESS,
                Optional.empty(),
                port,
                new Transport.Tcp(),
                new Security.None(),
                Flow.NONE,
                true,
                true);
    }

    /**
     * VLESS over REALITY with Vision: looks like a visit to the target site.
     *
     * @param target the site to look like, as host:port
     * @param serverNames names under which that site is asked for
     */
    public Inbound vlessReality(int port, String target, List<String> serverNames) {
        var shortId = HexFormat.of().formatHex(random.bytes(SHORT_ID_BYTES));
        return new Inbound(
                new InboundKey(random.key()),
                "vless-reality",
                Protocol.VLESS,
                Optional.empty(),
                port,
                new Transport.Tcp(),
                new Security.Reality(
                        target, serverNames, X25519Keys.of(random.bytes(X25519Keys.BYTES)), List.of(shortId)),
                Flow.VISION,
                true,
                true);
    }
}
