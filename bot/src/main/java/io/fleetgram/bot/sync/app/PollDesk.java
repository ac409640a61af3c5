package io.fleetgram.bot.sync.app;

import io.fleetgram.bot.fleet.Heartbeats;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.sync.AgentError;
import io.fleetgram.bot.sync.CallRefused;
import io.fleetgram.bot.sync.NodeDisagreed;
import io.fleetgram.bot.sync.SecondRun;
import io.fleetgram.bot.sync.index.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/** Answers polls: at once when something changed, else when something does or the wait is over. */
public final class PollDesk {

    private final Tailer tailer;
    private final SnapshotDesk snapshots;
    private final Heartbeats heartbeats;
    private final WaitingCommands commands;
    private final SyncTimings timings;
    private final InstantSource time;
    private final ApplicationEventPublisher events;
    private final Disagreements disagreements = new Disagreements();
    private final Runs runs = new Runs();

    public PollDesk(
            Tailer tailer,
            StateReader reader,
            Heartbeats heartbeats,
            WaitingCommands commands,
            SyncTimings timings,
            InstantSource time,
            ApplicationEventPublisher events) {
        this.tailer = tailer;
        this.snapshots = new SnapshotDesk(reader, tailer, timings, time, events);
        this.heartbeats = heartbeats;
        this.commands = commands;
        this.timings = timings;
        this.time = time;
        this.events = events;
    }

    /**
     * Blocks until there is an answer, or a command for the node.
     *
     * @throws CallRefused if the poll was ended, the node is unknown, or a snapshot must wait longer than the poll does
     */
    public PollAnswer answer(PollAsked asked, Watch watch) throws InterruptedException {
        heartbeats.polled(new NodeKey(asked.node()), asked.storedVersion(), asked.storedHash(), time.instant());
        if (runs.secondRun(asked.node(), asked.run())) {
            events.publishEvent(new SecondRun(asked.node()));
        }
        var patience = new Patience(shorter(asked.atMost(), timings.longestPoll()), timings.secondLook());
        boolean noted = false;
        while (true) {
            watch.check();
            switch (judge(asked)) {
                case Verdict.Same same -> {
                    noted = noted || agreed(asked);
                    disagreements.agrees(asked.node());
                    patience.agreed();
                    if (patience.isOver() || commands.waitFor(asked)) {
                        return new PollAnswer.Unchanged(same.version());
                    }
                    watch.await(patience.left());
                }
                case Verdict.Changes changes -> {
                    return new PollAnswer.Delta(changes);
                }
                case Verdict.Whole whole -> {
                    var answer = whole(asked, watch, patience);
                    if (answer.isPresent()) {
                        return answer.get();
                    }
                }
                case Verdict.Disagrees disagrees -> {
                    if (patience.looksAgain()) {
                        lookAgain(watch);
                    } else {
                        tell(asked, disagrees);
                        var answer = whole(asked, watch, patience);
                        if (answer.isPresent()) {
                            return answer.get();
                        }
                    }
                }
                case Verdict.UnknownNode unknown -> {
                    if (!patience.looksAgain()) {
                        throw unknown(asked);
                    }
                    lookAgain(watch);
                }
            }
        }
    }

    /** Notes it once for a poll. */
    private boolean agreed(PollAsked asked) {
        heartbeats.agreed(new NodeKey(asked.node()), asked.storedVersion(), asked.storedHash(), time.instant());
        return true;
    }

    private Verdict judge(PollAsked asked) {
        var verdict = tailer.ask(index -> index.judge(asked.node(), asked.storedVersion(), asked.storedHash()));
        return verdict instanceof Verdict.Changes changes && !disagreements.mayAnswer(asked, changes)
                ? new Verdict.Disagrees(Verdict.Disagrees.How.HASH_DIFFERS)
                : verdict;
    }

    private void lookAgain(Watch watch) throws InterruptedException {
        tailer.catchUp();
        watch.await(timings.look());
    }

    /** Returns empty when it has waited for a place or for the node's turn. */
    private Optional<PollAnswer> whole(PollAsked asked, Watch watch, Patience patience) throws InterruptedException {
        return switch (snapshots.take(asked.node())) {
            case SnapshotDesk.Handed.Here here -> Optional.of(here.answer());
            case SnapshotDesk.Handed.Nobody nobody -> throw unknown(asked);
            case SnapshotDesk.Handed.Later later -> {
                if (patience.isOver()) {
                    throw new CallRefused(
                            AgentError.RATE_LIMITED,
                            "node %s has had its snapshots for now; ask again later".formatted(asked.node()),
                            Optional.of(later.after()));
                }
                watch.await(shorter(later.after(), patience.left()));
                yield Optional.empty();
            }
        };
    }

    private void tell(PollAsked asked, Verdict.Disagrees disagrees) {
        if (!disagreements.begins(asked.node())) {
            return;
        }
        var what = switch (disagrees.how()) {
            case AHEAD ->
                "node %s has stored version %d, which this database never had (was it restored?)"
                        .formatted(asked.node(), asked.storedVersion());
            case HASH_DIFFERS ->
                "node %s holds something else than version %d had".formatted(asked.node(), asked.storedVersion());
        };
        events.publishEvent(new NodeDisagreed(asked.node(), what + "; it gets everything anew"));
    }

    private static CallRefused unknown(PollAsked asked) {
        return new CallRefused(
                AgentError.UNAUTHENTICATED,
                "this controller's database does not know node " + asked.node() + "; join it again if that is right");
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
