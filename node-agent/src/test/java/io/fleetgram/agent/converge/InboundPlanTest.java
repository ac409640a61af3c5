package io.fleetgram.agent.converge;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Capabilities;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.agent.core.Ports;
import io.fleetgram.agent.core.Protocol;
import io.fleetgram.agent.core.Security;
import io.fleetgram.agent.core.StartedWith.Listener;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InboundPlanTest {

    private static final Capabilities XRAY = new Capabilities(true, true, true, EnumSet.allOf(Protocol.class));
    private static final Capabilities V2RAY =
            new Capabilities(false, false, false, EnumSet.of(Protocol.VLESS, Protocol.VMESS, Protocol.TROJAN));
    private static final Security REALITY =
            new Security.Reality("www.example.com:443", List.of("www.example.com"), "key", List.of(""));

    private final Map<String, Listener> running = new HashMap<>();
    private final Set<Integer> taken = new HashSet<>();
    private final Map<String, String> refused = new HashMap<>();

    @Test
    void what_runs_as_desired_needs_no_restart() {
        runs(vless("a", "in", 443));
        var plan = plan(XRAY, vless("a", "in", 443));
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.failed()).isEmpty();
    }

    @Test
    void a_new_a_changed_and_a_gone_inbound_are_told_apart() {
        runs(vless("b", "changed", 444));
        runs(vless("c", "gone", 445));
        var plan = plan(XRAY, vless("a", "new", 443), vless("b", "changed", 555));
        assertThat(plan.changes())
                .containsExactly("inbound new is new", "inbound changed has changed", "inbound gone is gone");
    }

    @Test
    void what_the_core_lacks_is_unsupported_and_holds_up_nothing() {
        var reality = inbound("a", "re", 443, Protocol.VLESS, REALITY, "xtls-rprx-vision");
        var shadowsocks = inbound("b", "ss", 444, Protocol.SHADOWSOCKS, new Security.None(), "");
        var plan = plan(V2RAY, reality, shadowsocks, vless("c", "in", 445));
        assertThat(plan.runnable()).containsOnlyKeys("in");
        assertThat(plan.failed())
                .allMatch(FailedEntry::unsupported)
                .extracting(FailedEntry::key)
                .containsExactly("i/a", "i/b");
        assertThat(plan.failed().get(0).reason()).isEqualTo("this node's core has no REALITY: use Xray on this node");
        assertThat(plan(XRAY, reality, shadowsocks).failed()).isEmpty();
    }

    @Test
    void a_port_of_another_program_fails_the_inbound_alone() {
        taken.add(443);
        var plan = plan(XRAY, vless("a", "in", 443), vless("b", "other", 444));
        assertThat(plan.runnable()).containsOnlyKeys("other");
        assertThat(plan.failed())
                .containsExactly(new FailedEntry(
                        "i/a",
                        "port 443 is taken by another program on this node: stop that or give the inbound another port",
                        false));
    }

    @Test
    void an_address_that_the_machine_does_not_have_fails_the_inbound_alone() {
        var elsewhere = new Inbound("a", "in", "192.0.2.1", 443, Protocol.VLESS, new Security.None(), "", false);
        assertThat(plan(XRAY, elsewhere, vless("b", "other", 444)).failed())
                .containsExactly(new FailedEntry(
                        "i/a", "this node has no address 192.0.2.1: give the inbound another one or none", false));
    }

    @Test
    void a_port_that_our_own_core_has_is_not_taken() {
        runs(vless("a", "in", 443));
        taken.add(443);
        assertThat(plan(XRAY, vless("b", "successor", 443)).failed()).isEmpty();
    }

    @Test
    void of_two_inbounds_with_one_port_or_one_tag_the_later_fails() {
        var samePort = plan(XRAY, vless("a", "in", 443), vless("b", "other", 443));
        assertThat(samePort.failed()).extracting(FailedEntry::key).containsExactly("i/b");
        var sameTag = plan(XRAY, vless("a", "in", 443), vless("b", "in", 444));
        assertThat(sameTag.failed()).extracting(FailedEntry::key).containsExactly("i/b");
    }

    @Test
    void one_port_on_two_addresses_is_no_clash() {
        var one = new Inbound("a", "one", "127.0.0.1", 443, Protocol.VLESS, new Security.None(), "", false);
        var two = new Inbound("b", "two", "127.0.0.2", 443, Protocol.VLESS, new Security.None(), "", false);
        assertThat(plan(XRAY, one, two).failed()).isEmpty();
    }

    @Test
    void the_tag_of_the_cores_own_api_cannot_be_given() {
        assertThat(plan(XRAY, vless("a", "api", 443)).failed())
                .extracting(FailedEntry::key)
                .containsExactly("i/a");
    }

    @Test
    void an_inbound_that_fails_in_its_newer_form_goes_on_in_the_older_without_a_restart() {
        runs(vless("a", "in", 443));
        refused.put("a", "the core's test refuses it");
        var plan = plan(XRAY, vless("a", "in", 444));
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.failed()).containsExactly(new FailedEntry("i/a", "the core's test refuses it", false));
    }

    private Ports.Availability availability(String address, int port) {
        if (address.equals("192.0.2.1")) {
            return Ports.Availability.NO_SUCH_ADDRESS;
        }
        return taken.contains(port) ? Ports.Availability.TAKEN : Ports.Availability.FREE;
    }

    private void runs(Inbound inbound) {
        running.put(inbound.tag(), new Listener(inbound.port(), inbound.fingerprint()));
    }

    private InboundPlan plan(Capabilities capabilities, Inbound... desired) {
        return InboundPlan.of(
                List.of(desired), new InboundPlan.Situation(capabilities, running, this::availability, refused));
    }

    private static Inbound vless(String key, String tag, int port) {
        return inbound(key, tag, port, Protocol.VLESS, new Security.None(), "");
    }

    private static Inbound inbound(
            String key, String tag, int port, Protocol protocol, Security security, String flow) {
        return new Inbound(key, tag, "", port, protocol, security, flow, true);
    }
}
