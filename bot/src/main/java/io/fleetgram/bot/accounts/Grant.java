package io.fleetgram.bot.accounts;

import io.fleetgram.bot.inbounds.InboundKey;
import io.fleetgram.bot.inbounds.Protocol;
import java.util.UUID;

/** An active account on an enabled inbound that it may use: what a core must know to let it in. */
public record Grant(AccountKey account, InboundKey inbound, Protocol protocol, UUID uuid) {

    @Override
    public String toString() {
        return "Grant[" + account + " on " + inbound + "]";
    }
}
