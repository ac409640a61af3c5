package io.fleetgram.bot.inbounds.jdbc;

import io.fleetgram.bot.inbounds.Flow;
import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.Security;
import io.fleetgram.bot.inbounds.X25519Keys;
import io.fleetgram.bot.security.Sealer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The column {@code inbound.settings}.
 *
 * @param flow name of a {@link Flow}
 * @param reality present when the column {@code security} says so
 */
record InboundSettingsJson(
        String flow, boolean sniffing, @Nullable RealityJson reality) {

    private static final String PRIVATE_KEY = "inbound.reality.private-key";

    /**
     * The settings of REALITY.
     *
     * @param privateKey sealed, in Base64
     */
    record RealityJson(String target, List<String> serverNames, String privateKey, List<String> shortIds) {}

    static String write(Inbound inbound, Sealer sealer) {
        var reality = switch (inbound.security()) {
            case Security.None none -> Optional.<RealityJson>empty();
            case Security.Reality some -> Optional.of(seal(some, sealer));
        };
        return JsonMapper.shared()
                .writeValueAsString(
                        new InboundSettingsJson(inbound.flow().name(), inbound.sniffing(), reality.orElse(null)));
    }

    static InboundSettingsJson read(String json) {
        return JsonMapper.shared().readValue(json, InboundSettingsJson.class);
    }

    Security security(Sealer sealer) {
        var some = reality;
        if (some == null) {
            return new Security.None();
        }
        var privateKey = sealer.open(PRIVATE_KEY, Base64.getDecoder().decode(some.privateKey()));
        return new Security.Reality(some.target(), some.serverNames(), X25519Keys.of(privateKey), some.shortIds());
    }

    private static RealityJson seal(Security.Reality reality, Sealer sealer) {
        var sealed = sealer.seal(PRIVATE_KEY, reality.keys().privateKey());
        return new RealityJson(
                reality.target(),
                reality.serverNames(),
                Base64.getEncoder().encodeToString(sealed),
                reality.shortIds());
    }
}
