package io.fleetgram.agent.controller;

import io.fleetgram.agent.controller.EnrollmentDesk.Enrolling;
import io.fleetgram.agent.store.AgentDirectory;
import io.fleetgram.agent.store.AtomicFile;
import io.fleetgram.agent.store.CredentialFile;
import io.fleetgram.agent.store.Credentials;
import io.fleetgram.agent.store.PendingKey;
import io.fleetgram.agent.store.PendingToken;
import io.fleetgram.agent.store.Proof;
import io.fleetgram.agent.store.ProxyTrust;
import io.fleetgram.shared.pki.CertificateRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Makes this machine a node: a key that never leaves it, and a certificate for that key; behind a proxy, a token of its own.
 *
 * <p>The key or token is on disk before it is shown, so that after a lost answer the same command gets the same answer.
 */
public final class Enrollment {

    /** How it ended. */
    public sealed interface Outcome {

        /** The credentials are stored. */
        record Enrolled(Credentials credentials) implements Outcome {}

        /** The token is of no use for this machine; a new join command is needed. */
        record Refused(String why) implements Outcome {}

        /** Nobody answered who could be trusted; the same command may be given again. */
        record Unreachable(String why) implements Outcome {}
    }

    private final AgentDirectory directory;
    private final EnrollmentDesk desk;
    private final AgentDescription agent;
    private final SecureRandom random;
    private final Optional<ProxyTrust> proxy;
    private final InstantSource time;

    /** For a machine that reaches a controller itself. */
    public Enrollment(AgentDirectory directory, EnrollmentDesk desk, AgentDescription agent, SecureRandom random) {
        this(directory, desk, agent, random, Optional.empty(), InstantSource.system());
    }

    /** @param proxy what the proxy in front of the controllers is known by, if there is one */
    public Enrollment(
            AgentDirectory directory,
            EnrollmentDesk desk,
            AgentDescription agent,
            SecureRandom random,
            Optional<ProxyTrust> proxy,
            InstantSource time) {
        this.proxy = proxy;
        this.time = time;
        this.directory = directory;
        this.desk = desk;
        this.agent = agent;
        this.random = random;
    }

    /** Enrolls with a join token. Credentials that were there before stay in force until the new ones are stored. */
    public Outcome enroll(String joinToken) throws IOException {
        directory.create();
        return proxy.isPresent() ? enrollWithToken(joinToken, proxy.get()) : enrollWithKey(joinToken);
    }

    private Outcome enrollWithKey(String joinToken) throws IOException {
        var keys = PendingKey.loadOrCreate(directory.pendingKey(), random);
        var enrolling = desk.enroll(joinToken, CertificateRequest.create(keys, agent.hostName()), agent);
        return switch (enrolling) {
            case Enrolling.Refused refused -> new Outcome.Refused(refused.why());
            case Enrolling.Away away -> new Outcome.Unreachable(away.why());
            case Enrolling.Granted granted -> {
                if (!granted.chain().getFirst().getPublicKey().equals(keys.getPublic())) {
                    yield new Outcome.Refused("the controller sent a certificate for another key");
                }
                var credentials = new Credentials(
                        granted.nodeKey(),
                        granted.nodeName(),
                        keys.getPrivate(),
                        granted.chain(),
                        granted.controllers());
                yield store(credentials);
            }
        };
    }

    private Outcome enrollWithToken(String joinToken, ProxyTrust trust) throws IOException {
        var token = PendingToken.loadOrCreate(directory.pendingToken(), random);
        return switch (desk.enrollWithToken(joinToken, token.hash(), agent)) {
            case Enrolling.Refused refused -> new Outcome.Refused(refused.why());
            case Enrolling.Away away -> new Outcome.Unreachable(away.why());
            case Enrolling.Granted granted ->
                store(new Credentials(
                        granted.nodeKey(),
                        granted.nodeName(),
                        new Proof.ByToken(token, time.instant(), granted.chain().getLast(), trust),
                        granted.controllers()));
        };
    }

    private Outcome store(Credentials credentials) throws IOException {
        CredentialFile.write(directory.credentials(), credentials);
        AtomicFile.delete(directory.pendingKey());
        AtomicFile.delete(directory.pendingToken());
        return new Outcome.Enrolled(credentials);
    }
}
