package io.fleetgram.agent.controller;

import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.AtomicFile;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.PendingKey;
import io.fleetgram.shared.pki.CertificateRequest;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Replaces the node's certificate by itself, with a new key each time.
 *
 * <p>The new key is on disk before it is asked for, so that a lost answer can be asked for again; the old certificate is
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

    /** Renews if it is time: see {@link Credentials#renewalDue}. After a failure not again for some minutes. */
    public void renewIfDue() {
        var now = controllerTime.instant();
        if (now.isBefore(credentials.renewalDue()) || now.isBefore(notBefore)) {
            return;
        }
        if (!renew()) {
            notBefore = now.plus(AFTER_FAILURE);
        }
    }

    /** Asks for the next certificate; returns whether it is in use now. */
    public boolean renew() {
        lock.lock();
        try {
            var keys = PendingKey.loadOrCreate(directory.pendingKey(), random);
            var answer = controller.renew(CertificateRequest.create(keys, credentials.nodeKey()));
            if (answer instanceof Answer.Answered<List<X509Certificate>> answered) {
                return use(keys, answered.value());
            }
            LOG.log(Level.WARNING, "the certificate could not be renewed: {0}", answer);
            return false;
        } catch (IOException e) {
            LOG.log(Level.WARNING, "the new certificate could not be stored: {0}", e.toString());
            return false;
        } finally {
            lock.unlock();
        }
    }

    private boolean use(KeyPair keys, List<X509Certificate> chain) throws IOException {
        if (chain.size() < 2 || !chain.getFirst().getPublicKey().equals(keys.getPublic())) {
            LOG.log(Level.WARNING, "the controller sent a certificate for another key");
            return false;
        }
        var next = new Credentials(
                credentials.nodeKey(),
                credentials.nodeName(),
                keys.getPrivate(),
                List.of(chain.getFirst(), chain.getLast()),
                credentials.controllers());
        CredentialFile.write(directory.credentials(), next);
        AtomicFile.delete(directory.pendingKey());
        credentials = next;
        controller.use(next);
        LOG.log(Level.INFO, "new certificate: {0}", next);
        return true;
    }
}
