package io.fleetgram.agent.controller;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Commands as a controller keeps them: given until they are asked about, begun by its leave, ended once. */
public final class FakeCommands {

    private final Map<String, Command> pending = new LinkedHashMap<>();
    private final Set<String> running = new HashSet<>();
    private final Map<String, CommandWord.End> ended = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    public synchronized void give(Command command) {
        pending.put(command.id(), command);
    }

    public synchronized void takeBack(String id) {
        pending.remove(id);
    }

    /** Returns the commands to send to whoever holds these. */
    public synchronized List<Command> handOut(Set<String> held) {
        return pending.values().stream()
                .filter(command -> !held.contains(command.id()))
                .toList();
    }

    public synchronized boolean take(String id, CommandWord word) {
        if (word instanceof CommandWord.End end) {
            pending.remove(id);
            running.remove(id);
            ended.putIfAbsent(id, end);
            return false;
        }
        asked.add(id);
        if (pending.remove(id) != null) {
            running.add(id);
        }
        return running.contains(id);
    }

    public synchronized Map<String, CommandWord.End> ended() {
        return Map.copyOf(ended);
    }

    /** Every question whether a command may begin, in order. */
    public synchronized List<String> asked() {
        return List.copyOf(asked);
    }
}
