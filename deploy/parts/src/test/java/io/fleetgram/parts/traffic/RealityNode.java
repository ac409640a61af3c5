package io.fleetgram.parts.traffic;

import io.fleetgram.parts.process.FreePort;
import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.XECPrivateKey;
import java.security.interfaces.XECPublicKey;
import java.util.Base64;
import java.util.UUID;

/** An Xray node with one VLESS inbound under REALITY and Vision, with one user, which pretends to be a site on this machine. */
record RealityNode(int port, int apiPort, KeyPair keys, TlsSite site) {

    static final String EMAIL = "a1.i1";

    private static final UUID ID = UUID.fromString("6f2b5f2e-0d5c-4b52-9c1c-4d0b1c6a7e11");
    private static final String SHORT_ID = "10f897e26c4b9478";

    static RealityNode pretendingToBe(TlsSite site) throws NoSuchAlgorithmException {
        var keys = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        return new RealityNode(FreePort.find(), FreePort.find(), keys, site);
    }

    ShareLink link() {
        var key = littleEndian(((XECPublicKey) keys.getPublic()).getU());
        return ShareLink.parse("vless://%s@127.0.0.1:%d?encryption=none&flow=xtls-rprx-vision&type=tcp&security=reality"
                        .formatted(ID, port)
                + "&sni=%s&fp=chrome&pbk=%s&sid=%s#reality".formatted(site.name(), base64(key), SHORT_ID));
    }

    String configuration() {
        var key = ((XECPrivateKey) keys.getPrivate()).getScalar().orElseThrow();
        return """
                {"log": {"loglevel": "warning"},
                 "stats": {},
                 "api": {"tag": "api", "listen": "127.0.0.1:%d", "services": ["StatsService"]},
                 "policy": {"levels": {"0": {"statsUserUplink": true, "statsUserDownlink": true}}},
                 "inbounds": [{"tag": "in", "listen": "127.0.0.1", "port": %d, "protocol": "vless",
                   "settings": {"decryption": "none", "clients": [{"id": "%s", "email": "%s", "flow": "xtls-rprx-vision"}]},
                   "streamSettings": {"network": "tcp", "security": "reality", "realitySettings": {
                     "dest": "127.0.0.1:%d", "serverNames": ["%s"], "privateKey": "%s", "shortIds": ["%s"]}}}],
                 "outbounds": [{"protocol": "freedom", "settings": {"finalRules": [{"action": "allow"}]}}]}
                """.formatted(apiPort, port, ID, EMAIL, site.port(), site.name(), base64(key), SHORT_ID);
    }

    private static byte[] littleEndian(BigInteger number) {
        var bytes = new byte[32];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = number.shiftRight(8 * i).byteValue();
        }
        return bytes;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
