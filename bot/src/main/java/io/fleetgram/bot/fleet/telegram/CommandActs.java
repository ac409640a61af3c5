package io.fleetgram.bot.fleet.telegram;

import io.fleetgram.bot.fleet.CommandKey;
import io.fleetgram.bot.fleet.NodeCommand;
import io.fleetgram.bot.fleet.NodeCommands;
import io.fleetgram.bot.fleet.app.AskNode;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Act;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.View;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be done with a command that was asked for: taken back, asked again, its file sent. */
@Configuration(proxyBeanMethods = false)
class CommandActs {

    static final String CANCEL = "cmdcancel";
    static final String REPEAT = "cmdrepeat";
    static final String FILE = "cmdfile";

    @Bean
    Act cancelCommand(AskNode askNode) {
        return new OnCommand(CANCEL, (request, key) -> switch (askNode.cancel(request.actor(), key)) {
            case AskNode.Cancelling.Cancelled cancelled -> new Reply.Show(CommandPlaces.command(key));
            case AskNode.Cancelling.TooLate late ->
                new Reply.Refused(
                        request.texts().plain("fleet.command.too-late", OrderWords.word(late.state(), request.texts())),
                        CommandPlaces.command(key));
            case AskNode.Cancelling.Gone gone -> AskNodeAct.gone(request);
        });
    }

    /** What must be confirmed the first time must be confirmed again, so it is asked for at the node's core. */
    @Bean
    Act repeatCommand(AskNode askNode, NodeCommands commands, AskNodeAct ask) {
        return new OnCommand(
                REPEAT,
                (request, key) -> commands.find(key)
                        .map(command -> AskNodeAct.reply(request, command.node(), askNode.repeat(request.actor(), key)))
                        .orElseGet(() -> AskNodeAct.gone(request))) {
            @Override
            public Optional<Confirmation> confirm(Request request) {
                return CommandKey.parse(request.argument(0))
                        .flatMap(commands::find)
                        .map(command -> CommandPlaces.ask(command.node(), command.order()))
                        .flatMap(address -> ask.confirm(request.at(address)));
            }
        };
    }

    @Bean
    Act sendCommandFile(NodeCommands commands) {
        return new OnCommand(
                FILE,
                (request, key) -> commands.find(key)
                        .flatMap(command -> commands.file(key)
                                .<Reply>map(file -> new Reply.File(
                                        View.of(caption(request, command))
                                                .with(new View.Document(file.name(), file.content())),
                                        CommandPlaces.command(key))))
                        .orElseGet(() -> AskNodeAct.gone(request)));
    }

    private static Html caption(Request request, NodeCommand command) {
        var texts = request.texts();
        return texts.html(
                "fleet.command.file.caption",
                OrderWords.word(command.order(), texts),
                texts.moment(command.endedAt().orElse(command.askedAt())));
    }

    /** An act on the command that its address names. */
    static class OnCommand implements Act {

        /** Does it. */
        interface Deed {
            Reply on(Request request, CommandKey command);
        }

        private final String name;
        private final Deed deed;

        OnCommand(String name, Deed deed) {
            this.name = name;
            this.deed = deed;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Capability needs() {
            return Capability.MANAGE_NODES;
        }

        @Override
        public Reply perform(Request request) {
            return CommandKey.parse(request.argument(0))
                    .map(key -> deed.on(request, key))
                    .orElseGet(() -> AskNodeAct.gone(request));
        }
    }
}
