package io.fleetgram.demo.run;

import io.fleetgram.demo.stack.NodeProcess;
import io.fleetgram.demo.stack.Stack;
import io.fleetgram.demo.walk.NewNode;
import io.fleetgram.demo.walk.OwnerInChat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The demo's nodes and first account, brought in the way an operator does it: through the chat. */
final class Fleet {

    private static final String FIRST_ACCOUNT = "anna";

    private static final List<NewNode> PLACES = List.of(
            place("de-1", "Frankfurt"),
            place("nl-1", "Amsterdam"),
            place("fi-1", "Helsinki"),
            place("fr-1", "Paris"),
            place("se-1", "Stockholm"),
            place("pl-1", "Warsaw"),
            place("gb-1", "London"),
            place("es-1", "Madrid"),
            place("it-1", "Milan"),
            place("at-1", "Vienna"),
            place("ch-1", "Zurich"),
            place("cz-1", "Prague"),
            place("us-1", "New York"),
            place("us-2", "Seattle"),
            place("ca-1", "Toronto"),
            place("br-1", "São Paulo"),
            place("jp-1", "Tokyo"),
            place("sg-1", "Singapore"),
            place("in-1", "Mumbai"),
            place("au-1", "Sydney"));

    private final Stack stack;
    private final OwnerInChat owner;
    private final Progress progress;

    Fleet(Stack stack, OwnerInChat owner, Progress progress) {
        this.stack = stack;
        this.owner = owner;
        this.progress = progress;
    }

    private static NewNode place(String name, String region) {
        return new NewNode(name, "", region);
    }

    static String name(int number) {
        return PLACES.get(number - 1).name();
    }

    /** Starts every machine that joined in an earlier run. */
    void startJoined() {
        for (int number = 1; number <= PLACES.size(); number++) {
            if (stack.nodes().isEnrolled(number)) {
                stack.nodes().number(number).start();
                progress.say("node at %s: started"
                        .formatted(stack.nodes().number(number).address()));
            }
        }
    }

    /** Joins machines through the chat until there are so many nodes. */
    void joinUpTo(int nodes) throws InterruptedException {
        for (int number = 1; number <= nodes; number++) {
            if (!stack.nodes().isEnrolled(number)) {
                join(stack.nodes().number(number), PLACES.get(number - 1));
            }
        }
    }

    /** The first machine that is no node, if there is one left. */
    Optional<NodeProcess> spare() {
        return IntStream.rangeClosed(1, PLACES.size())
                .filter(number -> !stack.nodes().isEnrolled(number))
                .mapToObj(stack.nodes()::number)
                .findFirst();
    }

    /** Adds the first account, at the first run alone: whoever deletes it does not get it back. */
    void addFirstAccount() throws InterruptedException {
        var mark = stack.data().resolve("has-had-its-first-account");
        if (Files.exists(mark)) {
            return;
        }
        owner.addAccount(FIRST_ACCOUNT);
        progress.say("account %s: added".formatted(FIRST_ACCOUNT));
        try {
            Files.createFile(mark);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + mark, e);
        }
    }

    private void join(NodeProcess node, NewNode place) throws InterruptedException {
        progress.say("node %s: joining".formatted(place.name()));
        owner.join(node, new NewNode(place.name(), node.address(), place.region()));
        progress.say("node %s: joined".formatted(place.name()));
    }
}
