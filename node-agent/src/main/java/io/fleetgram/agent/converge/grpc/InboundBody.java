package io.fleetgram.agent.converge.grpc;

import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.Protocol;
import io.fleetgram.agent.core.Security;
import io.fleetgram.shared.EntryKey;
import io.fleetgram.wire.agent.v1.EntryBody;
import java.util.Base64;
import java.util.regex.Pattern;

/** Reads the entry of an inbound. */
final class InboundBody {

    /** Tags stand in files and in the names of counters. */
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private InboundBody() {}

    static Inbound read(EntryKey.OfInbound key, EntryBody body, String usualListen) {
        if (!body.hasInbound()) {
            throw new IllegalArgumentException("its key says inbound, its body does not");
        }
        var inbound = body.getInbound();
        if (!inbound.getKey().equals(key.inbound())) {
            throw new IllegalArgumentException("its key and its body name different inbounds");
        }
        if (!TAG.matcher(inbound.getTag()).matches()) {
            throw new IllegalArgumentException("a tag is 1 to 64 letters, digits, dots, dashes and underscores");
        }
        if (!inbound.hasTcp()) {
            throw new UnknownFeature("its transport is unknown");
        }
        return new Inbound(
                inbound.getKey(),
                inbound.getTag(),
                inbound.getListen().isEmpty() ? usualListen : inbound.getListen(),
                inbound.getPort(),
                protocol(inbound),
                security(inbound),
                inbound.getFlow(),
                inbound.getSniffing());
    }

    private static Protocol protocol(io.fleetgram.wire.agent.v1.Inbound inbound) {
        return switch (inbound.getProtocol()) {
            case PROTOCOL_VLESS -> Protocol.VLESS;
            case PROTOCOL_VMESS -> Protocol.VMESS;
            case PROTOCOL_TROJAN -> Protocol.TROJAN;
            case PROTOCOL_SHADOWSOCKS -> Protocol.SHADOWSOCKS;
            case PROTOCOL_UNSPECIFIED, UNRECOGNIZED -> throw new UnknownFeature("its protocol is unknown");
        };
    }

    private static Security security(io.fleetgram.wire.agent.v1.Inbound inbound) {
        return switch (inbound.getSecurityCase()) {
            case NONE -> new Security.None();
            case REALITY -> {
                var reality = inbound.getReality();
                yield new Security.Reality(
                        reality.getTarget(),
                        reality.getServerNamesList(),
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(reality.getPrivateKey().toByteArray()),
                        reality.getShortIdsList());
            }
            case SECURITY_NOT_SET -> throw new UnknownFeature("its security is unknown");
        };
    }
}
