package io.fleetgram.bot.sync.grpc;

import io.fleetgram.bot.security.Authority;
import io.fleetgram.shared.pki.RemovalProof;

/** Gives the authority's word that a node was removed, which no proxy can give. */
record RemovalWord(Authority authority) {

    byte[] on(String nodeKey) {
        return RemovalProof.sign(authority.get().keys().getPrivate(), nodeKey);
    }
}
