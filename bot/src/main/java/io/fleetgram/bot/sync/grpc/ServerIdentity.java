package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.security.Authority;
import io.fleetgram.shared.pki.CertificateAuthority.Validity;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.KeyPairs;
import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * This process's own certificate. Its key never leaves memory; a new pair is made at start and, while running, when two
 * thirds of the certificate's life are over.
 */
final class ServerIdentity extends X509ExtendedKeyManager {

    private static final Duration LIFE = Duration.ofDays(90);
    private static final Duration SKEW = Duration.ofDays(1);

    @SuppressWarnings("ArrayRecordComponent") // as the key manager hands it over; never compared
    private record Pair(String alias, PrivateKey key, X509Certificate[] chain, Instant renewAt) {}

    private final Authority authority;
    private final SecureRandom random;
    private final InstantSource time;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Pair present;
    private @Nullable Pair former;

    ServerIdentity(Authority authority, SecureRandom random, InstantSource time) {
        this.authority = authority;
        this.random = random;
        this.time = time;
    }

    /** Returns the name of the pair that a handshake which begins now uses. */
    private String alias() {
        lock.lock();
        try {
            if (present == null || !time.instant().isBefore(present.renewAt())) {
                former = present;
                present = make(time.instant());
            }
            return present.alias();
        } finally {
            lock.unlock();
        }
    }

    /** A handshake that began before a renewal still finds its pair. */
    private @Nullable Pair find(String alias) {
        lock.lock();
        try {
            if (present != null && present.alias().equals(alias)) {
                return present;
            }
            return former != null && former.alias().equals(alias) ? former : null;
        } finally {
            lock.unlock();
        }
    }

    private Pair make(Instant now) {
        var keys = KeyPairs.generate(random);
        var own = authority
                .get()
                .issueForController(keys.getPublic(), new Validity(now.minus(SKEW), now.plus(LIFE)), random);
        var chain = new X509Certificate[] {own, authority.get().certificate()};
        return new Pair(
                Certificates.serial(own),
                keys.getPrivate(),
                chain,
                now.plus(LIFE.multipliedBy(2).dividedBy(3)));
    }

    @Override
    public String chooseEngineServerAlias(String keyType, Principal[] issuers, SSLEngine engine) {
        return alias();
    }

    @Override
    public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
        return alias();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return new String[] {alias()};
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        var pair = find(alias);
        return pair == null ? null : pair.chain();
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        var pair = find(alias);
        return pair == null ? null : pair.key();
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal[] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
        return null;
    }
}
