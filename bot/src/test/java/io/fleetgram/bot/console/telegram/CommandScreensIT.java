package io.fleetgram.bot.console.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.console.ConsoleParts;
import io.fleetgram.bot.fleet.CommandDelivery;
import io.fleetgram.bot.fleet.CommandKey;
import io.fleetgram.bot.fleet.NodeCommand;
import io.fleetgram.bot.fleet.NodeCommandFile;
import io.fleetgram.bot.fleet.NodeCommandState;
import io.fleetgram.bot.fleet.NodeCommandWord;
import io.fleetgram.bot.fleet.NodeCommands;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOrder;
import io.fleetgram.bot.platform.DatabaseTime;
import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Golden;
import io.fleetgram.bot.telegram.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** N13: a node's core and its commands in the chat. */
class CommandScreensIT {

    private static final AuditEntry.Actor OLGA = new AuditEntry.Actor.OperatorActor(7, 7);
    private static final Instant NOW = ConsoleParts.NOW;

    private static TestController controller;
    private static NodeKey well;
    private static NodeKey broken;

    @BeforeAll
    static void start() {
        controller = TestController.startWith(ConsoleParts.class);
        var nodes = new Nodeset(controller);
        well = nodes.online("de-1", "203.0.113.7", "xray", "vless,reality,user-list");
        broken = nodes.online("nl-1", "nl1.example.org", "xray", "vless");
        nodes.coreFailed(broken, "listen tcp 0.0.0.0:443: bind: address <already> in use\nmore");
    }

    @AfterAll
    static void stop() {
        controller.close();
    }

    @Test
    void core_of_a_node() {
        Golden.check("core/running", chat().show("core:" + well));
        Golden.check("core/failed", chat().show("core:" + broken));
        Golden.check("core/to-a-viewer", viewer().show("core:" + well));
        Golden.check("core/gone", chat().show("core:nowhere"));
    }

    @Test
    void what_ends_connections_is_asked_first_with_numbers() {
        Golden.check(
                "ask/core-start", chat().ask("ask:" + broken + ":core-start").orElseThrow());
        Golden.check("ask/core-stop", chat().ask("ask:" + well + ":core-stop").orElseThrow());
        Golden.check(
                "ask/core-restart", chat().ask("ask:" + well + ":core-restart").orElseThrow());
        assertThat(chat().ask("ask:" + well + ":logs")).isEmpty();
        assertThat(chat().ask("ask:" + well + ":resync")).isEmpty();
        var stop = put("askedagain", new NodeOrder.CoreStop(), Duration.ofHours(9));
        end(stop, new NodeCommandWord.Done("stopped", Optional.empty()));
        assertThat(chat().ask("cmdrepeat:" + stop))
                .as("also when it is repeated")
                .isPresent();
    }

    @Test
    void commands_in_every_state() {
        var node = new Nodeset(controller).online("fi-1", "198.51.100.4", "xray", "vless");
        Golden.check("cmds/empty", chat().show("cmds:" + node));
        for (int i = 0; i < 3; i++) {
            put(node, "old" + i, new NodeOrder.Statistics(), Duration.ofHours(5 + i));
        }
        var log = put(node, "log", new NodeOrder.Logs(100), Duration.ofMinutes(50));
        end(
                log,
                new NodeCommandWord.Done(
                        "2026/03/01 core: Xray started\n<odd> & line",
                        Optional.of(new NodeCommandFile("core-log.txt", new byte[5_000]))));
        var failed = put(node, "failed", new NodeOrder.CoreRestart(), Duration.ofMinutes(40));
        end(failed, new NodeCommandWord.Failed("the core does not start: port 443 is taken", Optional.empty()));
        var lost = put(node, "lost", new NodeOrder.CoreStop(), Duration.ofMinutes(30));
        end(lost, new NodeCommandWord.Lost("the agent ended while it carried this out"));
        var running = put(node, "running", new NodeOrder.Resync(), Duration.ofMinutes(2));
        take(running, new NodeCommandWord.MayItBegin());
        var cancelled = put(node, "takenback", new NodeOrder.CoreStop(), Duration.ofMinutes(1));
        assertThat(chat().agree("cmdcancel:" + cancelled)).isEqualTo(new Reply.Show(address("cmd:" + cancelled)));
        var pending = put(node, "pending", new NodeOrder.Configuration(), Duration.ofSeconds(5));

        Golden.check("cmds/page-1", chat().show("cmds:" + node));
        Golden.check("cmds/page-2", chat().show("cmds:" + node + ":1"));
        Golden.check("cmd/pending", chat().show("cmd:" + pending));
        Golden.check("cmd/running", chat().show("cmd:" + running));
        Golden.check("cmd/log", chat().show("cmd:" + log));
        Golden.check("cmd/failed", chat().show("cmd:" + failed));
        Golden.check("cmd/unknown", chat().show("cmd:" + lost));
        Golden.check("cmd/cancelled", chat().show("cmd:" + cancelled));
        Golden.check("cmd/gone", chat().show("cmd:nothing"));
        Golden.check("cmd/file", chat().agree("cmdfile:" + log));
        Golden.check("cmd/too-late", chat().agree("cmdcancel:" + running));
    }

    @Test
    void asking_leads_to_the_command_and_repeating_to_another() {
        var asked = (Reply.Show) chat().agree("ask:" + well + ":statistics");
        assertThat(asked.address().name()).isEqualTo("cmd");
        var again = (Reply.Show) chat().agree("cmdrepeat:" + asked.address().argument(0));
        assertThat(again.address()).isNotEqualTo(asked.address());
        assertThat(chat().agree("ask:nowhere:logs")).isInstanceOf(Reply.Refused.class);
        assertThat(chat().agree("ask:" + well + ":format-the-disk")).isInstanceOf(Reply.Refused.class);
        assertThat(controller.get(NodeCommands.class).page(well, 0, 100))
                .extracting(NodeCommand::state)
                .contains(NodeCommandState.PENDING);
    }

    private static CommandKey put(String key, NodeOrder order, Duration ago) {
        return put(well, key, order, ago);
    }

    private static CommandKey put(NodeKey node, String key, NodeOrder order, Duration ago) {
        var command = new CommandKey(key);
        controller
                .get(NodeCommands.class)
                .add(new NodeCommand(
                        command,
                        node,
                        order,
                        OLGA,
                        NodeCommandState.PENDING,
                        0,
                        NOW.minus(ago),
                        NOW.plusSeconds(60),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        new TraceId("trace" + key)));
        return command;
    }

    private static void end(CommandKey key, NodeCommandWord word) {
        take(key, new NodeCommandWord.MayItBegin());
        controller
                .get(JdbcClient.class)
                .sql("UPDATE node_command SET begun_at = :at, tries = 2 WHERE command_key = :key")
                .param("at", DatabaseTime.of(NOW.minusMillis(1_234)))
                .param("key", key.text())
                .update();
        take(key, word);
    }

    private static void take(CommandKey key, NodeCommandWord word) {
        var node = controller.get(NodeCommands.class).find(key).orElseThrow().node();
        controller.get(CommandDelivery.class).take(node, key, word);
    }

    private static io.fleetgram.bot.telegram.Address address(String text) {
        return io.fleetgram.bot.telegram.Address.parse(text);
    }

    private static Chatting chat() {
        return new Chatting(controller);
    }

    private static Chatting viewer() {
        return new Chatting(controller, Set.of(Capability.VIEW_FLEET));
    }
}
