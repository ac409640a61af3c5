package io.fleetgram.agent.command;

import io.fleetgram.agent.controller.Command;
import io.fleetgram.agent.controller.CommandKeeper;
import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.store.RecordLog;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every command of this node and how far it has come, on disk before anything is done about it.
 *
 * <p>A command that had begun when the agent ended is lost: it is told, and never begun again. Ends are kept until the
 * controller has them; ids are kept longer than the controller keeps its records, so that a controller whose database was put
 * back from a copy cannot have a command carried out twice. May be used from several threads.
 */
public final class CommandJournal implements CommandKeeper, Closeable {

    /** The controller forgets commands after 30 days unless it is set otherwise, to 365 at most. */
    static final Duration REMEMBERED = Duration.ofDays(400);

    private static final long LONG = 4L << 20;

    /** How far a command has come here. */
    private record Known(CommandRecord.Received received, boolean begun, CommandWord.@Nullable End end, boolean told) {

        Known withBegun() {
            return new Known(received, true, end, told);
        }

        Known withEnd(CommandWord.End other) {
            return new Known(received, begun, other, false);
        }

        /** The file went to the controller; the words are kept for one that has lost them. */
        Known withTold() {
            var words = end instanceof CommandWord.Done done ? CommandWord.done(done.text()) : end;
            return new Known(received, begun, words, true);
        }

        Known again() {
            return new Known(received, begun, end, false);
        }
    }

    private final Path file;
    private final InstantSource time;
    private final Map<String, Known> byId = new LinkedHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private RecordLog log;

    private CommandJournal(Path file, InstantSource time) throws IOException {
        this.file = file;
        this.time = time;
        if (!Files.exists(file)) {
            RecordLog.create(file).close();
        }
        this.log = RecordLog.open(
                file,
                (type, payload) -> CommandRecordFormat.read(type, payload)
                        .map(record -> {
                            learn(record);
                            return true;
                        })
                        .orElse(false));
    }

    /** Reads the journal, and writes down as lost what had begun and not ended. */
    public static CommandJournal open(Path file, InstantSource time) throws IOException {
        var journal = new CommandJournal(file, time);
        journal.begin();
        return journal;
    }

    private void begin() throws IOException {
        var oldest = time.instant().minus(REMEMBERED);
        byId.values().removeIf(known -> known.told() && known.received().at().isBefore(oldest));
        for (var known : List.copyOf(byId.values())) {
            if (known.begun() && known.end() == null && !known.told()) {
                write(new CommandRecord.Ended(
                        known.received().id(),
                        new CommandWord.Lost(
                                "the agent ended while it carried this out; look at the node before you repeat it")));
            }
        }
        if (log.size() > LONG) {
            rewrite();
        }
    }

    @Override
    public Set<String> held() {
        lock.lock();
        try {
            return byId.values().stream()
                    .filter(known -> !known.told())
                    .map(known -> known.received().id())
                    .collect(Collectors.toUnmodifiableSet());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void take(List<Command> commands) throws IOException {
        lock.lock();
        try {
            for (var command : commands) {
                var known = byId.get(command.id());
                if (known == null) {
                    write(new CommandRecord.Received(command, time.instant()));
                } else if (known.told() && known.end() != null) {
                    // Whoever gives it again has lost its end.
                    byId.put(command.id(), known.again());
                }
            }
        } finally {
            lock.unlock();
        }
    }

    /** Returns the oldest command that has not begun; empty if there is none. */
    Optional<Command> nextToBegin() {
        return first(known -> !known.begun() && known.end() == null && !known.told())
                .map(known -> known.received().command());
    }

    /** An end that the controller does not have yet. */
    record Untold(String id, CommandWord.End end) {}

    /** Returns the oldest end that is to be told; empty if there is none. */
    Optional<Untold> nextToTell() {
        return first(known -> known.end() != null && !known.told())
                .flatMap(known -> Optional.ofNullable(known.end())
                        .map(end -> new Untold(known.received().id(), end)));
    }

    /** When this returns, the command never begins again. */
    void begun(String id) throws IOException {
        locked(new CommandRecord.Begun(id));
    }

    void ended(String id, CommandWord.End end) throws IOException {
        locked(new CommandRecord.Ended(id, end));
    }

    /** The controller has the end, or does not want the command any more. */
    void told(String id) throws IOException {
        locked(new CommandRecord.Told(id));
    }

    private void locked(CommandRecord record) throws IOException {
        lock.lock();
        try {
            write(record);
            if (log.size() > LONG && record instanceof CommandRecord.Told) {
                rewrite();
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(CommandRecord record) throws IOException {
        log.append(CommandRecordFormat.type(record), CommandRecordFormat.payload(record));
        log.sync();
        learn(record);
    }

    private void learn(CommandRecord record) {
        switch (record) {
            case CommandRecord.Received received ->
                byId.putIfAbsent(received.id(), new Known(received, false, null, false));
            case CommandRecord.Begun begun -> byId.computeIfPresent(begun.id(), (id, known) -> known.withBegun());
            case CommandRecord.Ended ended ->
                byId.computeIfPresent(ended.id(), (id, known) -> known.withEnd(ended.end()));
            case CommandRecord.Told told -> byId.computeIfPresent(told.id(), (id, known) -> known.withTold());
        }
    }

    /** Leaves out what is only history. */
    private void rewrite() throws IOException {
        var old = log;
        log = RecordLog.replace(file, fresh -> {
            for (var known : byId.values()) {
                append(fresh, known.received());
                if (known.begun()) {
                    append(fresh, new CommandRecord.Begun(known.received().id()));
                }
                if (known.end() != null) {
                    append(fresh, new CommandRecord.Ended(known.received().id(), known.end()));
                }
                if (known.told()) {
                    append(fresh, new CommandRecord.Told(known.received().id()));
                }
            }
        });
        old.close();
        log.sync();
    }

    private static void append(RecordLog log, CommandRecord record) throws IOException {
        log.append(CommandRecordFormat.type(record), CommandRecordFormat.payload(record));
    }

    private Optional<Known> first(Predicate<Known> which) {
        lock.lock();
        try {
            return byId.values().stream().filter(which).findFirst();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
