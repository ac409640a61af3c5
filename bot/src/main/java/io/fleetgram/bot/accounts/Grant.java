package io.fleetgram.bot.accounts;

import io.fleetgram.bot.inbounds.InboundKey;
import io.fleetgram.bot.inbounds.Protocol;
import io.fleetgram.shared.EntryKey;
import java.util.UUID;

/** An active account on an enabled inbound that it may use: what a core must know to let it in. */
public record Grant(AccountKey account, InboundKey inbound, Protocol protocol, UUID uuid) {

    /** Returns the key of its entry in the desired state. */
    public EntryKey.UserOnInbound key() {
        return new EntryKey.UserOnInbound(account.text(), inbound.text());
    }

    @Override
    public String toString() {
        return "Grant[" + account + " on " + inbound + "]";
    }
}
