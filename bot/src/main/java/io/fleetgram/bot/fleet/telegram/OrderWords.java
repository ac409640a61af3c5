package io.fleetgram.bot.fleet.telegram;

import io.fleetgram.bot.audit.AuditEntry.Actor;
import io.fleetgram.bot.fleet.NodeCommandState;
import io.fleetgram.bot.fleet.NodeOrder;
import io.fleetgram.bot.telegram.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the chat names orders, the states of commands, and who asked for them. */
final class OrderWords {

    private static final List<NodeOrder> FROM_BUTTONS = List.of(
            new NodeOrder.CoreStart(),
            new NodeOrder.CoreStop(),
            new NodeOrder.CoreRestart(),
            new NodeOrder.Logs(NodeOrder.Logs.USUAL),
            new NodeOrder.Configuration(),
            new NodeOrder.Statistics(),
            new NodeOrder.Resync());

    private OrderWords() {}

    /** Returns the order as a part of an address. */
    static String letters(NodeOrder order) {
        return order.kind().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<NodeOrder> ofLetters(String letters) {
        return FROM_BUTTONS.stream()
                .filter(order -> letters(order).equals(letters))
                .findFirst();
    }

    static String word(NodeOrder order, Texts texts) {
        return texts.plain("fleet.order." + letters(order));
    }

    static String word(NodeCommandState state, Texts texts) {
        return texts.plain("fleet.command.state." + state.name().toLowerCase(Locale.ROOT));
    }

    static String who(Actor actor) {
        return switch (actor) {
            case Actor.OperatorActor operator -> Long.toString(operator.telegramUserId());
            case Actor.UserActor user -> Long.toString(user.telegramUserId());
            case Actor.SystemActor system -> system.what();
            case Actor.NodeActor node -> node.nodeKey();
            case Actor.CommandLineActor shell -> shell.systemUser();
        };
    }
}
