package io.fleetgram.agent.controller;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Whoever keeps the commands of this node. */
public interface CommandKeeper {

    /** Returns the ids of commands that are kept and whose begin or end the controller has not acknowledged. */
    Set<String> held();

    /** Takes commands in; when this returns they are on disk. One that was taken before is not carried out again. */
    void take(List<Command> commands) throws IOException;
}
