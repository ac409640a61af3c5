package io.fleetgram.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.CommandWords.Parsing;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shows A11 for the command line. */
class CommandWordsTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AgentMain program = new AgentMain(new PrintStream(printed, true, StandardCharsets.UTF_8));

    @TempDir
    Path directory;

    @Test
    void options_have_two_forms() {
        assertThat(CommandWords.parse(List.of("run", "--a", "1", "--b=2=3", "--c", "-4")))
                .isEqualTo(new Parsing.Parsed(new CommandWords("run", Map.of("a", "1", "b", "2=3", "c", "-4"))));
    }

    @Test
    void what_cannot_be_understood_is_named() {
        assertThat(CommandWords.parse(List.of())).isEqualTo(new Parsing.Wrong("no command was given"));
        assertThat(CommandWords.parse(List.of("run", "x")))
                .isEqualTo(new Parsing.Wrong("\"x\" is not an option; options begin with --"));
        assertThat(CommandWords.parse(List.of("run", "--a"))).isEqualTo(new Parsing.Wrong("--a needs a value"));
        assertThat(CommandWords.parse(List.of("run", "--a=1", "--a=2")))
                .isEqualTo(new Parsing.Wrong("--a was given twice"));
    }

    @Test
    void an_unknown_command_is_wrong_use() {
        assertThat(program.run(List.of("fly"))).isEqualTo(Exit.WRONG_USE);
        assertThat(printed()).contains("there is no command \"fly\"");
    }

    @Test
    void enrolling_without_a_token_says_what_is_missing() {
        assertThat(program.run(List.of("enroll", "--controller", "a:1", "--directory", directory.toString())))
                .isEqualTo(Exit.WRONG_USE);
        assertThat(printed()).contains("enroll needs --token; copy the whole join command that the bot shows");
    }

    @Test
    void a_machine_that_never_joined_is_told_how() {
        assertThat(program.run(List.of("run", "--directory", directory.toString())))
                .isEqualTo(Exit.NOT_A_NODE);
        assertThat(printed()).contains("this machine is not a node", "join command");
    }

    @Test
    void help_names_every_command_and_setting() {
        assertThat(program.run(List.of("help"))).isEqualTo(Exit.DONE);
        assertThat(printed()).contains("enroll", "run", "status", "check", "--meter.interval");
    }

    @Test
    void the_version_is_the_builds() {
        assertThat(program.run(List.of("version"))).isEqualTo(Exit.DONE);
        assertThat(printed()).matches("\\d+\\.\\d+\\.\\d+\\S*\\s+");
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
