package io.fleetgram.agent.controller;

import io.fleetgram.agent.store.ControllerAddress;
import java.security.cert.X509Certificate;
import java.util.List;

/** Where a machine that has a join token becomes a node. */
public interface EnrollmentDesk {

    /** What asking led to. */
    sealed interface Enrolling {

        /**
         * The machine is a node now.
         *
         * @param chain the node's certificate, then the authority's; for a token the authority's alone
         * @param controllers in the order to try them
         */
        record Granted(
                String nodeKey, String nodeName, List<X509Certificate> chain, List<ControllerAddress> controllers)
                implements Enrolling {
            public Granted {
                chain = List.copyOf(chain);
                controllers = List.copyOf(controllers);
            }
        }

        /** The controller said no, and asking again will not help. */
        record Refused(String why) implements Enrolling {}

        /** Nobody whose certificate could be trusted has answered, or the answer was "not now". */
        record Away(String why) implements Enrolling {}
    }

    /** Trades a join token and a PKCS#10 request for a certificate. The same key gets the same answer again. */
    Enrolling enroll(String joinToken, byte[] certificateRequest, AgentDescription agent);

    /** Trades a join token for the right to use the token with this SHA-256. The same one gets the same answer again. */
    Enrolling enrollWithToken(String joinToken, byte[] tokenHash, AgentDescription agent);
}
