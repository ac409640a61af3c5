package io.fleetgram.bot.release;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.sync.grpc.TestAgent;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.KeyPairs;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.Base64;
import java.util.Map;

/** What a node has on its disk to prove itself with, as Base64. */
record NodeLogin(String key, String certificate) {

    private static final String KEY = "login.key";
    private static final String CERTIFICATE = "login.certificate";

    static NodeLogin of(TestAgent agent) {
        var base64 = Base64.getEncoder();
        return new NodeLogin(
                base64.encodeToString(agent.keys().getPrivate().getEncoded()),
                base64.encodeToString(Certificates.toDer(agent.certificate().orElseThrow())));
    }

    static NodeLogin of(KeptFacts kept) {
        return new NodeLogin(kept.values().getOrDefault(KEY, ""), kept.values().getOrDefault(CERTIFICATE, ""));
    }

    Map<String, String> lines() {
        return Map.of(KEY, key, CERTIFICATE, certificate);
    }

    TestAgent at(TestController controller) throws GeneralSecurityException {
        var base64 = Base64.getDecoder();
        var own = Certificates.fromDer(base64.decode(certificate));
        return TestAgent.with(
                controller, new KeyPair(own.getPublicKey(), KeyPairs.privateKey(base64.decode(key))), own);
    }
}
