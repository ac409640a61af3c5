package io.fleetgram.bot.fleet.telegram;

import io.fleetgram.bot.fleet.CommandKey;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeOrder;
import io.fleetgram.bot.telegram.Address;

/** Where the screens and acts of commands are. */
final class CommandPlaces {

    private CommandPlaces() {}

    static Address node(NodeKey node) {
        return Address.of("node", node);
    }

    static Address core(NodeKey node) {
        return Address.of(CoreScreen.NAME, node);
    }

    static Address list(NodeKey node, int page) {
        return Address.of(CommandsScreen.NAME, node, page);
    }

    static Address command(CommandKey key) {
        return Address.of(CommandScreen.NAME, key);
    }

    static Address ask(NodeKey node, NodeOrder order) {
        return Address.of(AskNodeAct.NAME, node, OrderWords.letters(order));
    }
}
