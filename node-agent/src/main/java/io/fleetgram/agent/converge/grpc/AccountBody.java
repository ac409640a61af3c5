package io.fleetgram.agent.converge.grpc;

import io.fleetgram.agent.core.Credential;
import io.fleetgram.shared.EntryKey;
import io.fleetgram.wire.agent.v1.EntryBody;
import java.util.UUID;

/** Reads the entry of one account on one inbound. */
final class AccountBody {

    private AccountBody() {}

    static Credential read(EntryKey.UserOnInbound key, EntryBody body) {
        if (!body.hasAccount()) {
            throw new IllegalArgumentException("its key says account, its body does not");
        }
        var account = body.getAccount();
        if (!account.getAccountKey().equals(key.account())
                || !account.getInboundKey().equals(key.inbound())) {
            throw new IllegalArgumentException("its key and its body name different accounts");
        }
        return switch (account.getCredentialCase()) {
            case UUID -> new Credential.Id(UUID.fromString(account.getUuid()));
            case PASSWORD -> new Credential.Password(account.getPassword());
            case CREDENTIAL_NOT_SET -> throw new UnknownFeature("its kind of credential is unknown");
        };
    }
}
