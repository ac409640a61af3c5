package io.fleetgram.demo.run;

import io.fleetgram.demo.stack.DidNotStart;
import io.fleetgram.demo.stack.NodeProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Plays the console of the machines that are no nodes yet: whoever adds a node in the chat pastes its join command into the demo's
 * terminal.
 */
final class PastedCommands {

    private static final String JOIN = "fleetgram-agent enroll ";

    private final Fleet fleet;
    private final Progress progress;

    PastedCommands(Fleet fleet, Progress progress) {
        this.fleet = fleet;
        this.progress = progress;
    }

    /** Says which machine is next, and reads lines until the terminal ends. */
    void listen() {
        sayNext();
        Thread.ofPlatform().daemon().name("pasted-commands").start(this::readAll);
    }

    private void readAll() {
        try (var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    run(line.strip());
                }
            }
        } catch (IOException e) {
            progress.say("The terminal cannot be read any more: " + e.getMessage());
        }
    }

    private void run(String line) {
        var spare = fleet.spare();
        if (!line.startsWith(JOIN)) {
            progress.say("Only join commands can be run here; they begin with " + JOIN.strip() + ".");
        } else if (spare.isEmpty()) {
            progress.say("There is no machine left to join.");
        } else {
            join(spare.get(), line);
        }
    }

    private void join(NodeProcess machine, String command) {
        try {
            machine.enroll(command);
            machine.start();
            progress.say("%s is a node now; the chat says when it has joined.".formatted(machine.address()));
        } catch (DidNotStart e) {
            progress.say(String.valueOf(e.getMessage()));
        }
        sayNext();
    }

    private void sayNext() {
        Optional<NodeProcess> next = fleet.spare();
        next.ifPresent(machine -> progress.plain(
                "To add a node yourself: add it in the chat with the address %s, and paste its join command here."
                        .formatted(machine.address())));
    }
}
