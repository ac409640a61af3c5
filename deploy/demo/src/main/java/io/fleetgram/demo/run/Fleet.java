package io.fleetgram.demo.run;

import io.fleetgram.demo.stack.NodeProcess;
import io.fleetgram.demo.stack.Stack;
import io.fleetgram.demo.walk.NewNode;
import io.fleetgram.demo.walk.OwnerInChat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

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

    /** Starts the nodes that have joined already, and joins the others. */
    void bring(int nodes) throws InterruptedException {
        for (int number = 1; number <= nodes; number++) {
            var node = stack.nodes().number(number);
            if (node.isEnrolled()) {
                node.start();
                progress.say("node %s: started".formatted(name(number)));
            } else {
                join(node, PLACES.get(number - 1));
            }
        }
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
        node.enroll(owner.addNode(new NewNode(place.name(), node.address(), place.region())));
        node.start();
        owner.seesJoined(place.name());
        progress.say("node %s: joined".formatted(place.name()));
    }
}
