package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.telegram.Address;

/** Where the screens of the console lead, in one place. */
final class Places {

    static final Address NODES = Address.of("nodes");
    static final Address ACCOUNTS = Address.of("accounts");
    static final Address ABOUT = Address.of(AboutScreen.NAME);
    static final Address ADD_NODE = Address.of(AddNodeDialog.NAME);
    static final Address ADD_ACCOUNT = Address.of("accountadd");

    static final Address JOBS = Address.of("jobs");

    private Places() {}

    static Address node(NodeKey key) {
        return Address.of(NodeScreen.NAME, key);
    }

    static Address joining(NodeKey key) {
        return Address.of(JoinScreen.NAME, key);
    }

    static Address account(AccountKey key) {
        return Address.of(AccountScreen.NAME, key);
    }

    static Address sync(NodeKey key) {
        return Address.of(NodeSyncScreen.NAME, key);
    }

    /** How a node has been. */
    static Address health(NodeKey key) {
        return Address.of("nodehealth", key);
    }

    /** An order of another feature to a node. */
    static Address ask(NodeKey node, String order) {
        return Address.of("ask", node, order);
    }

    /** An act of another feature on an account. */
    static Address accountAct(String act, AccountKey key) {
        return Address.of(act, key);
    }
}
