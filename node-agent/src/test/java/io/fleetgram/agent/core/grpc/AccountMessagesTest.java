package io.fleetgram.agent.core.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.wire.core.serial.TypedMessage;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AccountMessagesTest {

    private static final UUID ID = UUID.fromString("8a3d1c55-2f77-4f8e-8f27-5d7e0a5b9d01");

    @ParameterizedTest
    @MethodSource
    void an_account_is_read_as_it_was_written(Account account) {
        for (var dialect : Dialect.values()) {
            var messages = new AccountMessages(dialect);
            assertThat(messages.read(messages.write(account))).contains(account);
        }
    }

    static Stream<Account> an_account_is_read_as_it_was_written() {
        return Stream.of(
                new Account.Vless(ID, "xtls-rprx-vision"),
                new Account.Vless(ID, ""),
                new Account.Vmess(ID),
                new Account.Trojan("secret"),
                new Account.Shadowsocks("secret"));
    }

    @Test
    void the_types_name_is_the_dialects() {
        assertThat(new AccountMessages(Dialect.XRAY)
                        .write(new Account.Vmess(ID))
                        .getType())
                .isEqualTo("xray.proxy.vmess.Account");
        assertThat(new AccountMessages(Dialect.V2RAY)
                        .write(new Account.Vmess(ID))
                        .getType())
                .isEqualTo("v2ray.core.proxy.vmess.Account");
    }

    @Test
    void what_the_agent_never_writes_is_read_as_nothing() {
        var messages = new AccountMessages(Dialect.XRAY);
        assertThat(messages.read(message("xray.proxy.hysteria.account.Account", ByteString.EMPTY)))
                .isEmpty();
        assertThat(messages.read(message("v2ray.core.proxy.vmess.Account", ByteString.EMPTY)))
                .isEmpty();
        assertThat(messages.read(message("xray.proxy.vmess.Account", ByteString.copyFromUtf8("\u0007"))))
                .isEmpty();
        assertThat(messages.read(message("xray.proxy.vless.Account", ByteString.EMPTY)))
                .isEmpty();
    }

    private static TypedMessage message(String type, ByteString value) {
        return TypedMessage.newBuilder().setType(type).setValue(value).build();
    }
}
