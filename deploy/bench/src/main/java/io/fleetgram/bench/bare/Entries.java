package io.fleetgram.bench.bare;

import io.fleetgram.wire.agent.v1.Account;
import io.fleetgram.wire.agent.v1.Entry;
import io.fleetgram.wire.agent.v1.EntryBody;
import io.fleetgram.wire.agent.v1.Inbound;
import io.fleetgram.wire.agent.v1.NoSecurity;
import io.fleetgram.wire.agent.v1.Protocol;
import io.fleetgram.wire.agent.v1.TcpTransport;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Entries of a desired state: one VLESS inbound on loopback, and accounts with numbers. */
public final class Entries {

    /** The inbound's key. */
    public static final String INBOUND = "in1";

    private static final long UPPER_HALF_OF_IDS = 0x8a3d1c552f774f8eL;
    private static final long LOWER_HALF_OF_IDS = 0x8f27000000000000L;

    private Entries() {}

    public static Entry inbound(int port) {
        return Entry.newBuilder()
                .setKey("i/" + INBOUND)
                .setBody(EntryBody.newBuilder()
                        .setInbound(Inbound.newBuilder()
                                .setKey(INBOUND)
                                .setTag("in-" + INBOUND)
                                .setListen("127.0.0.1")
                                .setPort(port)
                                .setProtocol(Protocol.PROTOCOL_VLESS)
                                .setNone(NoSecurity.getDefaultInstance())
                                .setTcp(TcpTransport.getDefaultInstance()))
                        .build()
                        .toByteString())
                .build();
    }

    public static Entry account(int number) {
        var key = "bench%08d".formatted(number);
        return Entry.newBuilder()
                .setKey("a/" + key + "." + INBOUND)
                .setBody(EntryBody.newBuilder()
                        .setAccount(Account.newBuilder()
                                .setAccountKey(key)
                                .setInboundKey(INBOUND)
                                .setUuid(id(number).toString()))
                        .build()
                        .toByteString())
                .build();
    }

    public static UUID id(int number) {
        return new UUID(UPPER_HALF_OF_IDS, LOWER_HALF_OF_IDS + number);
    }

    /** The accounts from one number up to another, without that one. */
    public static List<Entry> accounts(int from, int to) {
        return IntStream.range(from, to).mapToObj(Entries::account).toList();
    }
}
