package io.fleetgram.bot.release;

import io.fleetgram.bot.TestController;
import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.accounts.Accounts;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.Nodes;
import io.fleetgram.bot.security.Authority;
import io.fleetgram.bot.traffic.Usage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What operators would miss if an upgrade lost it, in a form that a release can write down: name and value. */
record KeptFacts(Map<String, String> values) {

    private static final String NODE = "node.";
    private static final String ACCOUNT = "account.";

    KeptFacts {
        values = new LinkedHashMap<>(values);
    }

    /** Reads the facts about these from a running controller. */
    static KeptFacts of(TestController controller, List<NodeKey> nodes, List<AccountKey> accounts) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("authority", controller.get(Authority.class).fingerprint().hex());
        nodes.forEach(node -> facts.put(NODE + node, node(controller, node)));
        accounts.forEach(account -> facts.put(ACCOUNT + account, account(controller, account)));
        return new KeptFacts(facts);
    }

    /** Reads the facts about the same nodes and accounts. */
    KeptFacts asOf(TestController controller) {
        return of(
                controller,
                keys(NODE).map(NodeKey::new).toList(),
                keys(ACCOUNT).map(AccountKey::new).toList());
    }

    NodeKey node() {
        return keys(NODE).map(NodeKey::new).findFirst().orElseThrow();
    }

    List<String> lines() {
        return values.entrySet().stream()
                .map(fact -> fact.getKey() + "=" + fact.getValue())
                .toList();
    }

    static KeptFacts parse(List<String> lines) {
        return new KeptFacts(lines.stream()
                .map(line -> Arrays.asList(line.split("=", 2)))
                .collect(Collectors.toMap(List::getFirst, List::getLast, (one, other) -> one, LinkedHashMap::new)));
    }

    private Stream<String> keys(String kind) {
        return values.keySet().stream()
                .filter(name -> name.startsWith(kind))
                .map(name -> name.substring(kind.length()));
    }

    private static String node(TestController controller, NodeKey key) {
        var node = controller.get(Nodes.class).find(key).orElseThrow();
        return String.join(" ", node.name(), node.state().name(), node.profile().address());
    }

    /** Name, status, what clients prove themselves with, the link's token, and bytes up and down. */
    private static String account(TestController controller, AccountKey key) {
        var accounts = controller.get(Accounts.class);
        var account = accounts.find(key).orElseThrow();
        var credentials = accounts.credentials(key).orElseThrow();
        var token = accounts.token(key).orElseThrow();
        boolean found = accounts.of(token).map(one -> one.key().equals(key)).orElse(false);
        var used = controller.get(Usage.class).of(key).total();
        return String.join(
                " ",
                account.name().text(),
                account.status().name(),
                credentials.uuid().toString(),
                credentials.password(),
                token.text(),
                found ? "found-by-link" : "lost",
                String.valueOf(used.uplink()),
                String.valueOf(used.downlink()));
    }
}
