package io.fleetgram.agent.meter;

import io.fleetgram.agent.controller.Answer;
import io.fleetgram.agent.controller.CommandWord;
import io.fleetgram.agent.controller.Controller;
import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Drafts;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.PollQuestion;
import io.fleetgram.agent.controller.PollReply;
import io.fleetgram.agent.controller.StatusReport;
import io.fleetgram.agent.core.Traffic;
import io.fleetgram.agent.store.Credentials;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A controller that books batches by the rule of cursors, as the real one does, loses answers, and can be put back to an earlier moment. */
final class BookingController implements Controller {

    /** What happens to the next batch. */
    enum Fault {
        NONE,
        REQUEST_LOST,
        ANSWER_LOST,
        /** Booked and answered, and then the backup is put back. */
        RESTORED_AFTER
    }

    /** Lines of {@code epoch sequence}, then {@code hour key uplink downlink}. */
    static final BatchFormat FORMAT = (position, rows, sealedAt) -> {
        var text = new StringBuilder(
                "%d %d %d\n".formatted(position.epoch().high(), position.epoch().low(), position.sequence()));
        rows.forEach(row -> text.append("%d %s %d %d\n"
                .formatted(
                        row.cell().hour(),
                        row.cell().key(),
                        row.bytes().uplink(),
                        row.bytes().downlink())));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    };

    private final List<String> received = new ArrayList<>();
    private final List<Integer> firstHours = new ArrayList<>();
    private final Map<Cursor, String> bodies = new HashMap<>();
    private Map<Epoch, Long> cursors = new HashMap<>();
    private Map<String, Traffic> booked = new TreeMap<>();
    private Map<Integer, Traffic> byHour = new TreeMap<>();
    private Map<Epoch, Long> savedCursors = Map.of();
    private Map<String, Traffic> savedBooked = Map.of();
    private int gaps;
    private int altered;
    private int early;
    private int largest;
    private Fault fault = Fault.NONE;

    void next(Fault next) {
        fault = next;
    }

    Map<String, Traffic> booked() {
        return booked;
    }

    Map<Integer, Traffic> byHour() {
        return byHour;
    }

    int gaps() {
        return gaps;
    }

    /** Batches that had other bytes than the one that was booked under their number. */
    int altered() {
        return altered;
    }

    /** Batches that were answered with a cursor below them. */
    int early() {
        return early;
    }

    int largest() {
        return largest;
    }

    /** The hour of the first row of each batch that was booked, in that order. */
    List<Integer> firstHours() {
        return firstHours;
    }

    List<String> received() {
        return received;
    }

    List<Cursor> cursors(List<Epoch> epochs) {
        return epochs.stream()
                .map(epoch -> new Cursor(epoch, cursors.getOrDefault(epoch, 0L)))
                .filter(cursor -> cursor.sequence() > 0)
                .toList();
    }

    void backUp() {
        savedCursors = Map.copyOf(cursors);
        savedBooked = Map.copyOf(booked);
    }

    void restoreBackup() {
        cursors = new HashMap<>(savedCursors);
        booked = new TreeMap<>(savedBooked);
        byHour = new TreeMap<>();
    }

    @Override
    public Answer<Cursor> reportTraffic(byte[] batch, long nothingKeptFrom) {
        var now = fault;
        fault = Fault.NONE;
        if (now == Fault.REQUEST_LOST) {
            return new Answer.Away<>("request lost", Duration.ZERO);
        }
        var cursor = book(new String(batch, StandardCharsets.UTF_8), nothingKeptFrom);
        if (now == Fault.RESTORED_AFTER) {
            restoreBackup();
        }
        return now == Fault.ANSWER_LOST
                ? new Answer.Away<>("answer lost", Duration.ZERO)
                : new Answer.Answered<>(cursor);
    }

    private Cursor book(String batch, long nothingKeptFrom) {
        received.add(batch);
        var lines = batch.lines().toList();
        var head = lines.getFirst().split(" ", -1);
        var epoch = new Epoch(Long.parseLong(head[0]), Long.parseLong(head[1]));
        long sequence = Long.parseLong(head[2]);
        long cursor = cursors.getOrDefault(epoch, 0L);
        if (sequence > cursor + 1 && nothingKeptFrom > cursor + 1) {
            early++;
            return new Cursor(epoch, cursor);
        }
        altered += sequence <= cursor && !batch.equals(bodies.get(new Cursor(epoch, sequence))) ? 1 : 0;
        if (sequence > cursor) {
            bodies.put(new Cursor(epoch, sequence), batch);
            gaps += sequence > cursor + 1 ? 1 : 0;
            cursors.put(epoch, sequence);
            lines.subList(1, lines.size()).forEach(this::bookRow);
            firstHours.add(Integer.parseInt(lines.get(1).split(" ", -1)[0]));
        }
        largest = Math.max(largest, lines.size() - 1);
        return new Cursor(epoch, Math.max(cursor, sequence));
    }

    private void bookRow(String line) {
        var parts = line.split(" ", -1);
        var bytes = new Traffic(Long.parseLong(parts[2]), Long.parseLong(parts[3]));
        booked.merge(parts[1], bytes, Traffic::plus);
        byHour.merge(Integer.parseInt(parts[0]), bytes, Traffic::plus);
    }

    @Override
    public Answer<PollReply> poll(PollQuestion question, Drafts drafts) {
        throw new UnsupportedOperationException("nobody polls here");
    }

    @Override
    public Answer<Instant> reportStatus(StatusReport report) {
        throw new UnsupportedOperationException("nobody reports here");
    }

    @Override
    public Answer<Boolean> complete(String command, CommandWord word) {
        throw new AssertionError("nothing is ordered here");
    }

    @Override
    public Answer<List<X509Certificate>> renew(byte[] certificateRequest) {
        throw new UnsupportedOperationException("nobody renews here");
    }

    @Override
    public Answer<Boolean> rotateToken(byte[] tokenHash) {
        throw new UnsupportedOperationException("nobody renews here");
    }

    @Override
    public void use(Credentials credentials) {
        throw new UnsupportedOperationException("nobody renews here");
    }

    @Override
    public void close() {}
}
