package io.fleetgram.agent.converge.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import io.fleetgram.agent.converge.Desired;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.converge.FailedEntry;
import io.fleetgram.agent.core.Credential;
import io.fleetgram.agent.core.Protocol;
import io.fleetgram.agent.core.Security;
import io.fleetgram.wire.agent.v1.Account;
import io.fleetgram.wire.agent.v1.EntryBody;
import io.fleetgram.wire.agent.v1.Inbound;
import io.fleetgram.wire.agent.v1.NoSecurity;
import io.fleetgram.wire.agent.v1.NodeSettings;
import io.fleetgram.wire.agent.v1.Reality;
import io.fleetgram.wire.agent.v1.TcpTransport;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EntryBodiesTest {

    private static final UUID ID = UUID.fromString("8a3d1c55-2f77-4f8e-8f27-5d7e0a5b9d01");

    @Test
    void reads_an_inbound_with_its_users_and_the_nodes_settings() {
        var desired = read(
                new EntryBytes("i/k1", inbound().toByteArray()),
                account(
                        "a/anna.k1",
                        Account.newBuilder()
                                .setAccountKey("anna")
                                .setInboundKey("k1")
                                .setUuid(ID.toString())),
                new EntryBytes(
                        "n/node1",
                        EntryBody.newBuilder()
                                .setNode(NodeSettings.newBuilder().setCoreStopped(true))
                                .build()
                                .toByteArray()));
        assertThat(desired.inbounds())
                .containsExactly(new io.fleetgram.agent.core.Inbound(
                        "k1", "in", "127.0.0.1", 443, Protocol.VLESS, new Security.None(), "", true));
        assertThat(desired.users()).isEqualTo(Map.of("k1", Map.of("anna.k1", new Credential.Id(ID))));
        assertThat(desired.coreStopped()).isTrue();
        assertThat(desired.unreadable()).isEmpty();
    }

    @Test
    void reads_reality_with_its_key_in_the_form_that_the_core_takes() {
        var key = new byte[32];
        Arrays.fill(key, (byte) 0xff);
        var body = inbound().toBuilder();
        body.getInboundBuilder()
                .setReality(Reality.newBuilder()
                        .setTarget("www.example.com:443")
                        .addServerNames("www.example.com")
                        .setPrivateKey(ByteString.copyFrom(key))
                        .addShortIds("0a"));
        assertThat(read(new EntryBytes("i/k1", body.build().toByteArray()))
                        .inbounds()
                        .get(0)
                        .security())
                .isEqualTo(new Security.Reality(
                        "www.example.com:443", List.of("www.example.com"), "_".repeat(42) + "8", List.of("0a")));
    }

    @Test
    void a_field_that_is_not_known_yet_does_no_harm() {
        var body = inbound().toBuilder()
                .setUnknownFields(UnknownFieldSet.newBuilder()
                        .addField(
                                4_000,
                                UnknownFieldSet.Field.newBuilder().addVarint(1).build())
                        .build());
        assertThat(read(new EntryBytes("i/k1", body.build().toByteArray())).inbounds())
                .hasSize(1);
    }

    @Test
    void a_transport_or_a_credential_that_is_not_known_yet_is_unsupported() {
        var noTransport = inbound().toBuilder();
        noTransport.getInboundBuilder().clearTransport();
        var desired = read(
                new EntryBytes("i/k1", noTransport.build().toByteArray()),
                account("a/anna.k1", Account.newBuilder().setAccountKey("anna").setInboundKey("k1")));
        assertThat(desired.inbounds()).isEmpty();
        assertThat(desired.unreadable())
                .containsExactly(
                        new FailedEntry(
                                "i/k1",
                                "its transport is unknown: this agent is too old for it, upgrade the agent",
                                true),
                        new FailedEntry(
                                "a/anna.k1",
                                "its kind of credential is unknown: this agent is too old for it, upgrade the agent",
                                true));
    }

    @Test
    void damage_fails_the_one_entry() {
        var mixedUp =
                Account.newBuilder().setAccountKey("bert").setInboundKey("k1").setUuid(ID.toString());
        var noUuid =
                Account.newBuilder().setAccountKey("carl").setInboundKey("k1").setUuid("zebra");
        var desired = read(
                new EntryBytes("i/k1", new byte[] {1, 2, 3}),
                account("a/anna.k1", mixedUp),
                account("a/carl.k1", noUuid),
                new EntryBytes("nonsense", new byte[0]),
                new EntryBytes("i/k2", renamed("k2", "bad tag").toByteArray()),
                new EntryBytes("i/k3", renamed("k3", "good").toByteArray()));
        assertThat(desired.unreadable())
                .extracting(FailedEntry::key)
                .containsExactly("i/k1", "a/anna.k1", "a/carl.k1", "nonsense", "i/k2");
        assertThat(desired.unreadable()).noneMatch(FailedEntry::unsupported);
        assertThat(desired.inbounds()).hasSize(1);
    }

    @Test
    void an_inbound_without_an_address_listens_on_the_machine_s_usual_one() {
        var unnamed = inbound().toBuilder();
        unnamed.getInboundBuilder().clearListen();
        var entry = new EntryBytes("i/k1", unnamed.build().toByteArray());
        assertThat(new EntryBodies("127.0.0.12")
                        .read(List.of(entry))
                        .inbounds()
                        .getFirst()
                        .listen())
                .isEqualTo("127.0.0.12");
        assertThat(read(entry).inbounds().getFirst().listen()).isEmpty();
    }

    private static Desired read(EntryBytes... entries) {
        return new EntryBodies().read(List.of(entries));
    }

    private static EntryBytes account(String key, Account.Builder account) {
        return new EntryBytes(
                key, EntryBody.newBuilder().setAccount(account).build().toByteArray());
    }

    private static EntryBody renamed(String key, String tag) {
        var body = inbound().toBuilder();
        body.getInboundBuilder().setKey(key).setTag(tag);
        return body.build();
    }

    private static EntryBody inbound() {
        return EntryBody.newBuilder()
                .setInbound(Inbound.newBuilder()
                        .setKey("k1")
                        .setTag("in")
                        .setListen("127.0.0.1")
                        .setPort(443)
                        .setProtocol(io.fleetgram.wire.agent.v1.Protocol.PROTOCOL_VLESS)
                        .setNone(NoSecurity.getDefaultInstance())
                        .setTcp(TcpTransport.getDefaultInstance())
                        .setSniffing(true))
                .build();
    }
}
