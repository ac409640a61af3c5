package io.fleetgram.agent.controller;

import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.AtomicFile;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.PendingKey;
import io.fleetgram.agent.store.PendingToken;
import io.fleetgram.agent.store.Proof;
import io.fleetgram.shared.pki.CertificateRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Replaces the node's certificate by itself, with a new key each time; behind a proxy its token.
 *
 * <p>The new key or token is on disk before it is asked for, so that a lost answer can be asked for again; the old one is
 * used until the new one is on disk.
 */
public final class Renewal {

    private static final Duration AFTER_FAILURE = Duration.ofMinutes(5);
    private static final Logger LOG = System.getLogger(Renewal.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private final AgentDirectory directory;
    private final Controller controller;
    private final InstantSource controllerTime;
    private final SecureRandom random;
    private volatile Credentials credentials;
    private volatile Instant notBefore = Instant.EPOCH;

    public Renewal(
            AgentDirectory directory,
            Credentials credentials,
            Controller controller,
            InstantSource controllerTime,
            SecureRandom random) {
        this.directory = directory;
        this.credentials = credentials;
        this.controller = controller;
        this.controllerTime = controllerTime;
        this.random = random;
    }

    public Credentials credentials() {
        return credentials;
    }

    /** Renews if it is time: see {@link Proof#renewalDue}. After a failure not again for some minutes. */
    public void renewIfDue() {
        var now = controllerTime.instant();
        if (now.isBefore(credentials.renewalDue()) || now.isBefore(notBefore)) {
            return;
        }
        if (!renew()) {
            notBefore = now.plus(AFTER_FAILURE);
        }
    }

    /** Asks for the next certificate or token; returns whether it is in use now. */
    public boolean renew() {
        lock.lock();
        try {
            return switch (credentials.proof()) {
                case Proof.ByCertificate certificate -> renewCertificate();
                case Proof.ByToken token -> rotate(token);
            };
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the new credentials could not be stored: {0}", e.toString());
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean renewCertificate() throws IOException {
        var keys = PendingKey.loadOrCreate(directory.pendingKey(), random);
        var answer = controller.renew(CertificateRequest.create(keys, credentials.nodeKey()));
        if (!(answer instanceof Answer.Answered<List<X509Certificate>> answered)) {
            LOG.log(Level.WARNING, "the certificate could not be renewed: {0}", answer);
            return false;
        }
        var chain = answered.value();
        if (chain.size() < 2 || !chain.getFirst().getPublicKey().equals(keys.getPublic())) {
            LOG.log(Level.WARNING, "the controller sent a certificate for another key");
            return false;
        }
        use(new Proof.ByCertificate(keys.getPrivate(), List.of(chain.getFirst(), chain.getLast())));
        AtomicFile.delete(directory.pendingKey());
        return true;
    }

    private boolean rotate(Proof.ByToken present) throws IOException {
        var token = PendingToken.loadOrCreate(directory.pendingToken(), random);
        // A death between storing and deleting leaves the token in use as the next one.
        if (!token.equals(present.token())) {
            var answer = controller.rotateToken(token.hash());
            if (!(answer instanceof Answer.Answered<Boolean>)) {
                LOG.log(Level.WARNING, "the token could not be replaced: {0}", answer);
                return false;
            }
            use(new Proof.ByToken(token, controllerTime.instant(), present.authority(), present.proxy()));
        }
        AtomicFile.delete(directory.pendingToken());
        return true;
    }

    /** On disk first: what is then asked with it is what a restart would ask with. */
    private void use(Proof proof) throws IOException {
        var next = credentials.with(proof);
        CredentialFile.write(directory.credentials(), next);
        credentials = next;
        controller.use(next);
        LOG.log(Level.INFO, "new credentials: {0}", next);
    }
}
