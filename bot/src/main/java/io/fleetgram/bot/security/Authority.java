package io.fleetgram.bot.security;

import io.fleetgram.shared.pki.CertificateAuthority;
import io.fleetgram.shared.pki.Fingerprint;

/** The one authority of this installation, which every controller on the database shares. */
public interface Authority {

    /** Returns the authority; of controllers that ask first at once, one makes it. */
    CertificateAuthority get();

    /** Returns what a join command pins. */
    default Fingerprint fingerprint() {
        return Fingerprint.of(get().certificate());
    }
}
