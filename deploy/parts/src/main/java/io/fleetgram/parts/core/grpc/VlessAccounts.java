package io.fleetgram.parts.core.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import io.fleetgram.parts.core.simulated.CoreUser;
import io.fleetgram.parts.core.simulated.Panic;
import io.fleetgram.wire.core.protocol.User;
import io.fleetgram.wire.core.serial.TypedMessage;
import io.fleetgram.wire.core.vless.Account;
import java.util.Set;
import java.util.UUID;

/** Users as they are on the wire, and as the simulated core keeps them. */
final class VlessAccounts {

    private static final String VLESS = Account.getDescriptor().getFullName();
    private static final Set<String> OF_OTHER_PROTOCOLS = Set.of(
            "xray.proxy.vmess.Account",
            "xray.proxy.trojan.Account",
            "xray.proxy.shadowsocks.Account",
            "xray.proxy.shadowsocks_2022.Account");

    private VlessAccounts() {}

    /** A user, or the core's own words for what is wrong with it. */
    sealed interface Read {
        record Good(CoreUser user) implements Read {}

        record Wrong(String why) implements Read {}
    }

    /** An account of another protocol ends the process, as it ends the real one. */
    static Read read(User user) {
        if (!user.hasAccount()) {
            return new Read.Wrong("Account is missing");
        }
        var type = user.getAccount().getType();
        if (OF_OTHER_PROTOCOLS.contains(type)) {
            Panic.because("interface conversion: protocol.Account is *%s, not *vless.MemoryAccount".formatted(type));
        }
        if (!type.equals(VLESS)) {
            return new Read.Wrong("proto: not found: " + type);
        }
        try {
            var account = Account.parseFrom(user.getAccount().getValue());
            var id = UUID.fromString(account.getId());
            return new Read.Good(new CoreUser(user.getEmail(), user.getLevel(), id, account.getFlow()));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return new Read.Wrong("failed to parse ID > " + e.getMessage());
        }
    }

    static User write(CoreUser user) {
        var account = Account.newBuilder().setId(user.id().toString()).setFlow(user.flow());
        return User.newBuilder()
                .setEmail(user.email())
                .setLevel(user.level())
                .setAccount(TypedMessage.newBuilder()
                        .setType(VLESS)
                        .setValue(account.build().toByteString()))
                .build();
    }

    /** What the core answers for an e-mail that it does not know. */
    static User nobody() {
        return User.getDefaultInstance();
    }
}
