package io.fleetgram.bot.telegram.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Act;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.View;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryTest {

    private record NamedScreen(String name, List<String> commands) implements Screen {
        @Override
        public Capability needs() {
            return Capability.VIEW_FLEET;
        }

        @Override
        public View show(Request request) {
            return View.of(Html.EMPTY);
        }
    }

    private record NamedAct(String name) implements Act {
        @Override
        public Capability needs() {
            return Capability.VIEW_FLEET;
        }

        @Override
        public Reply perform(Request request) {
            throw new AssertionError("nobody asked for this act");
        }
    }

    @Test
    void finds_by_name_and_by_command() {
        var registry = new Registry(List.of(screen("nodes", "nodes")), List.of(new NamedAct("drain")), List.of());
        assertThat(registry.find("nodes")).isPresent();
        assertThat(registry.command("nodes")).isEqualTo(registry.find("nodes"));
        assertThat(registry.find("drain")).isPresent();
        assertThat(registry.find("gone")).isEmpty();
        assertThat(registry.command("drain")).isEmpty();
    }

    @Test
    void a_screen_and_an_act_of_one_name_refuse_to_start() {
        assertThatThrownBy(() -> new Registry(List.of(screen("nodes")), List.of(new NamedAct("nodes")), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("claimed by both");
    }

    @Test
    void two_screens_of_one_command_refuse_to_start() {
        assertThatThrownBy(() -> new Registry(List.of(screen("a", "x"), screen("b", "x")), List.of(), List.of()))
                .hasMessageContaining("\"x\" is claimed by both");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "say", "cancel", "stepback", "Nodes", "no:des", "", "more-than-letters"})
    void a_name_that_is_malformed_or_the_kits_own_refuses_to_start(String name) {
        assertThatThrownBy(() -> new Registry(List.of(screen(name)), List.of(), List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "help", "cancel", "Nodes", "no-des"})
    void a_command_that_is_malformed_or_the_kits_own_refuses_to_start(String command) {
        assertThatThrownBy(() -> new Registry(List.of(screen("nodes", command)), List.of(), List.of()))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Screen screen(String name, String... commands) {
        return new NamedScreen(name, List.of(commands));
    }
}
