package io.fleetgram.agent.core.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.wire.core.serial.TypedMessage;
import io.fleetgram.wire.core.shadowsocks.CipherType;
import java.util.Optional;
import java.util.UUID;

/** Accounts as the core's API carries them: a message together with its full name in the core's dialect. */
record AccountMessages(Dialect dialect) {

    private static final String VLESS = "proxy.vless.Account";
    private static final String VMESS = "proxy.vmess.Account";
    private static final String TROJAN = "proxy.trojan.Account";
    private static final String SHADOWSOCKS = "proxy.shadowsocks.Account";

    TypedMessage write(Account account) {
        return switch (account) {
            case Account.Vless vless ->
                typed(
                        VLESS,
                        io.fleetgram.wire.core.vless.Account.newBuilder()
                                .setId(vless.id().toString())
                                .setFlow(vless.flow())
                                .build());
            case Account.Vmess vmess ->
                typed(
                        VMESS,
                        io.fleetgram.wire.core.vmess.Account.newBuilder()
                                .setId(vmess.id().toString())
                                .build());
            case Account.Trojan trojan ->
                typed(
                        TROJAN,
                        io.fleetgram.wire.core.trojan.Account.newBuilder()
                                .setPassword(trojan.password())
                                .build());
            case Account.Shadowsocks shadowsocks ->
                typed(
                        SHADOWSOCKS,
                        io.fleetgram.wire.core.shadowsocks.Account.newBuilder()
                                .setPassword(shadowsocks.password())
                                .setCipherType(CipherType.CHACHA20_POLY1305)
                                .build());
        };
    }

    /** Returns empty for what the agent never writes: another protocol, another cipher, an id that is no UUID. */
    Optional<Account> read(TypedMessage message) {
        if (!message.getType().startsWith(dialect.prefix())) {
            return Optional.empty();
        }
        try {
            var value = message.getValue();
            return switch (message.getType().substring(dialect.prefix().length())) {
                case VLESS -> {
                    var vless = io.fleetgram.wire.core.vless.Account.parseFrom(value);
                    yield id(vless.getId()).map(id -> new Account.Vless(id, vless.getFlow()));
                }
                case VMESS ->
                    id(io.fleetgram.wire.core.vmess.Account.parseFrom(value).getId())
                            .map(Account.Vmess::new);
                case TROJAN ->
                    Optional.of(new Account.Trojan(io.fleetgram.wire.core.trojan.Account.parseFrom(value)
                            .getPassword()));
                case SHADOWSOCKS -> {
                    var shadowsocks = io.fleetgram.wire.core.shadowsocks.Account.parseFrom(value);
                    yield shadowsocks.getCipherType() == CipherType.CHACHA20_POLY1305
                            ? Optional.of(new Account.Shadowsocks(shadowsocks.getPassword()))
                            : Optional.empty();
                }
                default -> Optional.empty();
            };
        } catch (InvalidProtocolBufferException notWhatItsTypeSays) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private TypedMessage typed(String name, MessageLite message) {
        return TypedMessage.newBuilder()
                .setType(dialect.prefix() + name)
                .setValue(message.toByteString())
                .build();
    }
}
