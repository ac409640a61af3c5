package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.security.NodeCredentials;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notices the first use of a certificate or token: from then on whatever else the node had is not accepted any more. */
public final class CredentialUse {

    private final NodeCredentials credentials;
    private final DesiredState desiredState;
    private final InstantSource time;
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    public CredentialUse(NodeCredentials credentials, DesiredState desiredState, InstantSource time) {
        this.credentials = credentials;
        this.desiredState = desiredState;
        this.time = time;
    }

    public void note(String nodeKey, String id) {
        if (known.contains(id)) {
            return;
        }
        desiredState.change(touched -> {
            var now = time.instant();
            if (!credentials.markUsed(id, now)) {
                return 0;
            }
            var others = credentials.supersede(nodeKey, id, now);
            others.forEach(other -> touched.add(new ChangeRow.Certificate(other, nodeKey)));
            return others.size();
        });
        known.add(id);
    }
}
