package io.fleetgram.demo.chaos;

import io.fleetgram.demo.books.Cell;
import io.fleetgram.demo.chaos.Comparison.Moved;
import io.fleetgram.demo.chaos.traffic.Answerer;
import io.fleetgram.demo.chaos.traffic.Lane;
import io.fleetgram.demo.chaos.traffic.NodeTraffic;
import io.fleetgram.demo.chaos.victims.AgentOf;
import io.fleetgram.demo.chaos.victims.ControllerOf;
import io.fleetgram.demo.chaos.victims.CoreOf;
import io.fleetgram.demo.chaos.victims.DatabaseOf;
import io.fleetgram.demo.chaos.victims.Keeper;
import io.fleetgram.demo.stack.DidNotStart;
import io.fleetgram.demo.walk.Subscription;
import io.fleetgram.parts.traffic.ShareLink;
import io.fleetgram.parts.vless.VlessClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** All victims of a run, with their keepers and the traffic through them. */
final class Fleet {

    /** One node: what may die of it, and what passes through it. */
    record Node(String name, String address, NodeTraffic traffic, Keeper agent, Keeper core) {}

    private final Keeper controller;
    private final Keeper database;
    private final List<Node> nodes = new ArrayList<>();
    private final Answerer site;
    private final Random seeds;

    /** Nothing flows yet. The subscription is that of the account whose traffic never rests by itself. */
    Fleet(KillRun.Product product, String restless, URI subscription, Answerer site, int count, Random seeds) {
        this.site = site;
        this.seeds = seeds;
        controller = new Keeper(new ControllerOf(product.stack()));
        database = new Keeper(new DatabaseOf(product.stack()));
        for (int number = 1; number <= count; number++) {
            var machine = product.stack().nodes().number(number);
            var name = product.nodeName().apply(number);
            var client = client(subscription, machine.address());
            var traffic = new NodeTraffic(machine, new Cell(restless, name), client, site, seeds.nextLong());
            nodes.add(new Node(
                    name,
                    machine.address(),
                    traffic,
                    new Keeper(new AgentOf(machine, "agent of " + name)),
                    new Keeper(new CoreOf(machine, "core of " + name, traffic::servesAgain))));
        }
    }

    /** Adds an account that rests whenever a core is to die. */
    void addCalm(String account, URI subscription) {
        for (var node : nodes) {
            node.traffic()
                    .addCalm(
                            new Cell(account, node.name()),
                            client(subscription, node.address()),
                            site,
                            seeds.nextLong());
        }
    }

    /** The client of the account's plain server on a node, which sends nothing of its own. */
    private static VlessClient client(URI subscription, String address) {
        return Subscription.links(subscription).stream()
                .filter(link -> link.host().equals(address))
                .filter(ShareLink::plain)
                .findFirst()
                .map(link -> new VlessClient(link.host(), link.port(), UUID.fromString(link.id())))
                .orElseThrow(() -> new DidNotStart(
                        "The subscription %s has no plain server on %s".formatted(subscription, address)));
    }

    Node node(int number) {
        return nodes.get(number - 1);
    }

    void onEachNode(Consumer<NodeTraffic> step) {
        nodes.forEach(node -> step.accept(node.traffic()));
    }

    Keeper keeper(Victim victim, int node) {
        return switch (victim) {
            case AGENT -> node(node).agent();
            case CONTROLLER -> controller;
            case MARIADB -> database;
            case CORE -> node(node).core();
        };
    }

    /** The keepers of every victim of a kind. */
    List<Keeper> keepers(Victim victim) {
        return switch (victim) {
            case AGENT -> nodes.stream().map(Node::agent).toList();
            case CONTROLLER -> List.of(controller);
            case MARIADB -> List.of(database);
            case CORE -> nodes.stream().map(Node::core).toList();
        };
    }

    void awaitAllBack() {
        Stream.of(Victim.values()).flatMap(victim -> keepers(victim).stream()).forEach(Keeper::awaitBack);
    }

    Map<Cell, Moved> moved() {
        var moved = new TreeMap<Cell, Moved>();
        nodes.stream()
                .flatMap(node -> node.traffic().lanes().stream())
                .forEach(lane -> moved.put(lane.cell(), lane.moved()));
        return moved;
    }

    List<String> noticed() {
        return nodes.stream().flatMap(node -> node.traffic().noticed().stream()).toList();
    }

    /** The longest time that a reading lay back when a core was killed under traffic. */
    Duration oldestReading() {
        return nodes.stream()
                .map(node -> node.traffic().oldestReading())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** Ends every lane at once, however things are. */
    void abandon() {
        nodes.stream().flatMap(node -> node.traffic().lanes().stream()).forEach(Lane::end);
    }
}
