package io.fleetgram.agent.controller;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Keeps commands in memory and carries none out. */
final class NoCommands implements CommandKeeper {

    final List<Command> taken = new ArrayList<>();
    boolean diskFull;

    @Override
    public Set<String> held() {
        return taken.stream().map(Command::id).collect(Collectors.toSet());
    }

    @Override
    public void take(List<Command> commands) throws IOException {
        if (diskFull) {
            throw new IOException("no space left on device");
        }
        taken.addAll(commands);
    }
}
