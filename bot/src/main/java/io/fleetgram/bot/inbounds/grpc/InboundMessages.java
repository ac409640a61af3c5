package io.fleetgram.bot.inbounds.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.Protocol;
import io.fleetgram.bot.inbounds.Security;
import io.fleetgram.bot.inbounds.Transport;
import io.fleetgram.wire.agent.v1.EntryBody;
import io.fleetgram.wire.agent.v1.NoSecurity;
import io.fleetgram.wire.agent.v1.Reality;
import io.fleetgram.wire.agent.v1.TcpTransport;

/** Writes an inbound as agents read it. The same inbound always gives the same bytes. */
final class InboundMessages {

    private InboundMessages() {}

    static byte[] body(Inbound inbound) {
        var message = io.fleetgram.wire.agent.v1.Inbound.newBuilder()
                .setKey(inbound.key().text())
                .setTag(inbound.tag())
                .setListen(inbound.listen().orElse(""))
                .setPort(inbound.port())
                .setProtocol(protocol(inbound.protocol()))
                .setFlow(inbound.flow().wireName())
                .setSniffing(inbound.sniffing());
        switch (inbound.security()) {
            case Security.None none -> message.setNone(NoSecurity.getDefaultInstance());
            case Security.Reality reality -> message.setReality(reality(reality));
        }
        switch (inbound.transport()) {
            case Transport.Tcp tcp -> message.setTcp(TcpTransport.getDefaultInstance());
        }
        return EntryBody.newBuilder().setInbound(message).build().toByteArray();
    }

    private static Reality reality(Security.Reality reality) {
        return Reality.newBuilder()
                .setTarget(reality.target())
                .addAllServerNames(reality.serverNames())
                .setPrivateKey(ByteString.copyFrom(reality.keys().privateKey()))
                .addAllShortIds(reality.shortIds())
                .build();
    }

    private static io.fleetgram.wire.agent.v1.Protocol protocol(Protocol protocol) {
        return switch (protocol) {
            case VLESS -> io.fleetgram.wire.agent.v1.Protocol.PROTOCOL_VLESS;
        };
    }
}
