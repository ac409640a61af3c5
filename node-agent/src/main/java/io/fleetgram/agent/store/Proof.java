package io.fleetgram.agent.store;

import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.NodeToken;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What a node proves itself with. No text form shows a secret. */
public sealed interface Proof {

    Duration MONTH = Duration.ofDays(30);

    /** Returns the certificate of the fleet's authority. */
    X509Certificate authority();

    /** Returns when to ask for the next one. */
    Instant renewalDue();

    /** Returns until when it is good; for a token, which has no end, when it is due to be replaced. */
    Instant goodUntil();

    /**
     * A key of its own, and the authority's certificate for it.
     *
     * @param chain the node's certificate, then the authority's
     */
    record ByCertificate(PrivateKey privateKey, List<X509Certificate> chain) implements Proof {

        public ByCertificate {
            chain = List.copyOf(chain);
            if (chain.size() < 2) {
                throw new IllegalArgumentException("a chain is the node's certificate and the authority's");
            }
        }

        public X509Certificate certificate() {
            return chain.getFirst();
        }

        @Override
        public X509Certificate authority() {
            return chain.getLast();
        }

        /** A month after it was issued, or at two thirds of a shorter life. */
        @Override
        public Instant renewalDue() {
            var from = certificate().getNotBefore().toInstant();
            var life = Duration.between(from, goodUntil());
            var most = life.multipliedBy(2).dividedBy(3);
            return from.plus(most.compareTo(MONTH) < 0 ? most : MONTH);
        }

        @Override
        public Instant goodUntil() {
            return certificate().getNotAfter().toInstant();
        }

        @Override
        public String toString() {
            return "certificate %s until %s".formatted(Certificates.serial(certificate()), goodUntil());
        }
    }

    /**
     * A secret that is shown to a proxy that ends TLS.
     *
     * @param since when it was made
     * @param authority believed when it says that the node was removed; a proxy is not
     */
    record ByToken(NodeToken token, Instant since, X509Certificate authority, ProxyTrust proxy) implements Proof {

        /** A month after it was made. */
        @Override
        public Instant renewalDue() {
            return since.plus(MONTH);
        }

        @Override
        public Instant goodUntil() {
            return renewalDue();
        }

        @Override
        public String toString() {
            return "%s since %s, through a proxy (%s)".formatted(token, since, proxy.text());
        }
    }
}
