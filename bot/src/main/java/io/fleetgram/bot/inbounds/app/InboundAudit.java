package io.fleetgram.bot.inbounds.app;

import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.Security;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the audit keeps of an inbound: everything but its secrets.
 *
 * @param security {@code none} or {@code reality}
 */
record InboundAudit(String tag, int port, Set<String> needs, String flow, String security, boolean enabled) {

    static String json(Inbound inbound) {
        var security = switch (inbound.security()) {
            case Security.None none -> "none";
            case Security.Reality reality -> "reality";
        };
        return JsonMapper.shared()
                .writeValueAsString(new InboundAudit(
                        inbound.tag(),
                        inbound.port(),
                        inbound.needs(),
                        inbound.flow().wireName(),
                        security,
                        inbound.enabled()));
    }
}
