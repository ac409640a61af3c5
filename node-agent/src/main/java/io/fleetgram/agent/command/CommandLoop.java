package io.fleetgram.agent.command;

import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.Command;
import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.controller.Controller;
import io.fleetgram.agent.controller.Notices;
import io.fleetgram.agent.pace.Backoff;
import io.fleetgram.agent.pace.Signal;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Carries commands out, one after another, and tells how they ended.
 *
 * <p>Each is on disk when it comes in; then the controller is asked whether it may begin, because it may have been taken back
 * meanwhile; then it is on disk as begun; only then is it carried out. Its end is on disk before it is told, and told until
 * the controller has it.
 */
public final class CommandLoop implements Runnable {

    /**
     * Whom the loop works for.
     *
     * @param connected whether the controller answers
     * @param wake raised when a command came in or the controller is back
     */
    public record Parts(
            CommandJournal journal,
            Controller controller,
            Orders orders,
            Notices notices,
            BooleanSupplier connected,
            Signal wake) {}

    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Logger LOG = System.getLogger(CommandLoop.class.getName());

    private final Parts parts;
    private final Backoff backoff;
    private volatile boolean stopping;

    public CommandLoop(Parts parts, Backoff backoff) {
        this.parts = parts;
        this.backoff = backoff;
    }

    @Override
    public void run() {
        try {
            while (!stopping) {
                parts.wake().await(tick());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the loop after the command that is under way. */
    public void stop() {
        stopping = true;
        parts.wake().raise();
    }

    /** Does what can be done now; returns how long to wait for more. */
    Duration tick() {
        try {
            while (!stopping && parts.connected().getAsBoolean()) {
                var untold = parts.journal().nextToTell();
                var next = parts.journal().nextToBegin();
                if (untold.isEmpty() && next.isEmpty()) {
                    return IDLE;
                }
                boolean further = untold.isPresent() ? tell(untold.get()) : begin(next.orElseThrow());
                if (!further) {
                    return backoff.next();
                }
                backoff.reset();
            }
            return IDLE;
        } catch (IOException e) {
            parts.notices().add("command", "commands wait, because they cannot be written down; check the disk: " + e);
            return backoff.next();
        }
    }

    /** Returns whether the controller answered. */
    private boolean tell(CommandJournal.Untold untold) throws IOException {
        if (parts.controller().complete(untold.id(), untold.end()) instanceof Answer.Answered) {
            parts.journal().told(untold.id());
            return true;
        }
        return false;
    }

    private boolean begin(Command command) throws IOException {
        var answer = parts.controller().complete(command.id(), new CommandWord.MayItBegin());
        if (!(answer instanceof Answer.Answered<Boolean> answered)) {
            return false;
        }
        if (answered.value()) {
            parts.journal().begun(command.id());
            LOG.log(Level.INFO, "command {0} (trace {1}): {2}", command.id(), command.trace(), command.order());
            var end = carriedOut(command);
            LOG.log(
                    Level.INFO,
                    "command {0} ended: {1}",
                    command.id(),
                    end.getClass().getSimpleName());
            parts.journal().ended(command.id(), end);
        } else {
            LOG.log(Level.INFO, "command {0} was taken back or came too late", command.id());
            parts.journal().told(command.id());
        }
        return true;
    }

    private CommandWord.End carriedOut(Command command) {
        try {
            return parts.orders().carryOut(command.order());
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "a command failed in a way that nobody foresaw", e);
            return new CommandWord.Failed("a fault of the agent: " + e);
        }
    }
}
