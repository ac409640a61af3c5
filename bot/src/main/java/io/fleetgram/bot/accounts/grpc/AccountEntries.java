package io.fleetgram.bot.accounts.grpc;

import io.fleetgram.bot.accounts.Grant;
import io.fleetgram.bot.accounts.Grants;
import io.fleetgram.bot.sync.Contributor;
import io.fleetgram.bot.sync.StateEntry;
import io.fleetgram.shared.EntryKey;
import io.fleetgram.wire.agent.v1.Account;
import io.fleetgram.wire.agent.v1.EntryBody;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The accounts' part of the desired state: one entry for each grant, held by the nodes that offer its inbound. */
@Component
final class AccountEntries implements Contributor {

    private final Grants grants;

    AccountEntries(Grants grants) {
        this.grants = grants;
    }

    @Override
    public boolean owns(EntryKey key) {
        return key instanceof EntryKey.UserOnInbound;
    }

    @Override
    public List<StateEntry> present(Collection<EntryKey> keys) {
        return grants
                .present(keys.stream().map(EntryKey.UserOnInbound.class::cast).toList())
                .stream()
                .map(AccountEntries::entry)
                .toList();
    }

    @Override
    public void all(Consumer<StateEntry> sink) {
        grants.all(grant -> sink.accept(entry(grant)));
    }

    private static StateEntry entry(Grant grant) {
        return new StateEntry(
                grant.key(),
                body(grant),
                new StateEntry.Scope.Offering(grant.inbound().text()));
    }

    private static byte[] body(Grant grant) {
        var account = Account.newBuilder()
                .setAccountKey(grant.account().text())
                .setInboundKey(grant.inbound().text());
        switch (grant.protocol()) {
            case VLESS -> account.setUuid(grant.uuid().toString());
        }
        return EntryBody.newBuilder().setAccount(account).build().toByteArray();
    }
}
