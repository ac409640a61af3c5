package io.fleetgram.agent.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.host.HostReadings.Amount;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProcFilesTest {

    @Test
    void processors_are_busy_with_everything_but_idling_and_waiting_for_the_disk() {
        var before = ProcessorTime.parse(List.of("cpu  100 0 50 800 50 0 0 0 0 0", "cpu0 1 2 3 4"));
        var after = ProcessorTime.parse(List.of("cpu  150 10 60 1000 70 5 5 0 40 0"));
        assertThat(before).isEqualTo(new ProcessorTime(150, 1_000));
        assertThat(after.permilleSince(before)).isEqualTo(80 * 1_000 / 300);
        assertThat(before.permilleSince(before)).isZero();
        assertThat(ProcessorTime.parse(List.of())).isEqualTo(ProcessorTime.NONE);
    }

    @Test
    void memory_in_use_is_what_is_not_available() {
        var amount = MemoryInfo.parse(List.of(
                "MemTotal:        1024000 kB",
                "MemFree:          100000 kB",
                "MemAvailable:     512000 kB",
                "HugePages_Total:       0"));
        assertThat(amount).isEqualTo(new Amount(512_000L << 10, 1_024_000L << 10));
    }

    @Test
    void the_default_route_is_found_in_both_tables_and_loopback_never() {
        var four = List.of(
                "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT",
                "eth0\t00000000\t0100A8C0\t0003\t0\t0\t0\t00000000\t0\t0\t0",
                "eth0\t0000A8C0\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0",
                "docker0\t000011AC\t00000000\t0001\t0\t0\t0\t0000FFFF\t0\t0\t0");
        var six = List.of(
                "00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe800000000000000000000000000001 00000400 00000001 00000000 00450003     ens3",
                "fe800000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000001 00000000 00000001     eth9",
                "00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo");
        assertThat(DefaultRoute.interfaces(four, six)).containsExactly("ens3", "eth0");
    }

    @Test
    void only_bytes_of_the_named_interfaces_count() {
        var lines = List.of(
                "Inter-|   Receive                                                |  Transmit",
                " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed",
                "    lo: 9999 1 0 0 0 0 0 0 9999 1 0 0 0 0 0 0",
                "  eth0:1000 10 0 0 0 0 0 0 2000 20 0 0 0 0 0 0",
                "  ens3: 7 1 0 0 0 0 0 0 5 1 0 0 0 0 0 0");
        assertThat(InterfaceBytes.parse(lines, Set.of("eth0", "ens3"))).isEqualTo(new InterfaceBytes(1_007, 2_005));
    }

    @Test
    void connections_are_counted_on_the_cores_ports_only() {
        var lines = Stream.of(
                "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode",
                "   0: 00000000:01BB 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1",
                "   1: 0100007F:01BB 0200007F:D431 01 00000000:00000000 00:00000000 00000000     0        0 2",
                "   2: 0100007F:01BB 0200007F:D432 06 00000000:00000000 00:00000000 00000000     0        0 3",
                "   3: 0100007F:0016 0200007F:D433 01 00000000:00000000 00:00000000 00000000     0        0 4",
                "  sl  local_address                         remote_address                        st tx_queue",
                "   0: 00000000000000000000000001000000:20FB 00000000000000000000000001000000:D434 01 00000000:00000000 00");
        assertThat(TcpTable.parse(lines, Set.of(443, 8443, 9999))).isEqualTo(new TcpTable(2, Set.of(443)));
    }

    @Test
    void the_operating_system_is_named_for_people() {
        assertThat(OperatingSystem.name(
                        List.of("ID=debian", "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\""), "Linux"))
                .isEqualTo("Debian GNU/Linux 12 (bookworm)");
        assertThat(OperatingSystem.name(List.of(), "Linux")).isEqualTo("Linux");
    }
}
