package io.fleetgram.bot.inbounds.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import io.fleetgram.bot.SeededRandom;
import io.fleetgram.bot.inbounds.Presets;
import io.fleetgram.bot.inbounds.Security;
import io.fleetgram.wire.agent.v1.EntryBody;
import io.fleetgram.wire.agent.v1.Inbound;
import io.fleetgram.wire.agent.v1.Protocol;
import java.util.List;
import org.junit.jupiter.api.Test;

class InboundMessagesTest {

    @Test
    void a_plain_inbound_travels_whole() throws Exception {
        var inbound = new Presets(SeededRandom.keys(1)).vlessTcp(8388);
        var sent = sent(inbound);
        assertThat(sent.getKey()).isEqualTo(inbound.key().text());
        assertThat(sent.getTag()).isEqualTo("vless-tcp");
        assertThat(sent.getListen()).isEmpty();
        assertThat(sent.getPort()).isEqualTo(8388);
        assertThat(sent.getProtocol()).isEqualTo(Protocol.PROTOCOL_VLESS);
        assertThat(sent.hasNone()).isTrue();
        assertThat(sent.hasTcp()).isTrue();
        assertThat(sent.getFlow()).isEmpty();
        assertThat(sent.getSniffing()).isTrue();
    }

    @Test
    void reality_travels_with_its_private_key() throws Exception {
        var inbound = reality();
        var security = (Security.Reality) inbound.security();
        var sent = sent(inbound);
        assertThat(sent.getFlow()).isEqualTo("xtls-rprx-vision");
        assertThat(sent.getReality().getTarget()).isEqualTo("www.example.org:443");
        assertThat(sent.getReality().getServerNamesList()).containsExactly("www.example.org");
        assertThat(sent.getReality().getPrivateKey().toByteArray())
                .isEqualTo(security.keys().privateKey());
        assertThat(sent.getReality().getShortIdsList()).isEqualTo(security.shortIds());
    }

    @Test
    void the_same_inbound_gives_the_same_bytes() {
        assertThat(InboundMessages.body(reality())).isEqualTo(InboundMessages.body(reality()));
    }

    private static io.fleetgram.bot.inbounds.Inbound reality() {
        return new Presets(SeededRandom.keys(2)).vlessReality(443, "www.example.org:443", List.of("www.example.org"));
    }

    private static Inbound sent(io.fleetgram.bot.inbounds.Inbound inbound) throws InvalidProtocolBufferException {
        return EntryBody.parseFrom(InboundMessages.body(inbound)).getInbound();
    }
}
