package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.security.NodeCertificates;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notices the first use of a certificate: from then on the node's earlier ones are not accepted any more. */
public final class CertificateUse {

    private final NodeCertificates certificates;
    private final DesiredState desiredState;
    private final InstantSource time;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public CertificateUse(NodeCertificates certificates, DesiredState desiredState, InstantSource time) {
        this.certificates = certificates;
        this.desiredState = desiredState;
        this.time = time;
    }

    public void note(String nodeKey, String serial) {
        if (known.contains(serial)) {
            return;
        }
        desiredState.change(touched -> {
            var now = time.instant();
            if (!certificates.markUsed(serial, now)) {
                return 0;
            }
            var others = certificates.supersede(nodeKey, serial, now);
            others.forEach(other -> touched.add(new ChangeRow.Certificate(other, nodeKey)));
            return others.size();
        });
        known.add(serial);
    }
}
