package io.fleetgram.agent.controller.grpc;

import com.google.protobuf.ByteString;
import io.fleetgram.agent.controller.Cursor;
import io.fleetgram.agent.controller.Drafts;
import io.fleetgram.agent.controller.Epoch;
import io.fleetgram.agent.controller.PollReply;
import io.fleetgram.agent.controller.StateChange;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.store.SnapshotDraft;
import io.fleetgram.shared.StateHash;
import io.fleetgram.wire.agent.v1.Entry;
import io.fleetgram.wire.agent.v1.PollExtras;
import io.fleetgram.wire.agent.v1.PollResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/** Reads the messages of one answer to a poll. */
final class PollAnswer {

    /** The controller's messages do not make an answer. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message) {
            super(message);
        }
    }

    private PollAnswer() {}

    static PollReply read(Iterator<PollResponse> messages, Drafts drafts) throws IOException, Unreadable {
        if (!messages.hasNext()) {
            throw new Unreadable("the controller ended a poll without an answer");
        }
        var first = messages.next();
        try {
            var change = switch (first.getResponseCase()) {
                case UNCHANGED -> new StateChange.Unchanged(first.getUnchanged().getVersion());
                case DELTA -> delta(first);
                case SNAPSHOT_START -> snapshot(first.getSnapshotStart().getVersion(), messages, drafts);
                case SNAPSHOT_PART, SNAPSHOT_END, RESPONSE_NOT_SET ->
                    throw new Unreadable("an answer to a poll cannot begin with " + first.getResponseCase());
            };
            return new PollReply(
                    change,
                    Instant.ofEpochMilli(first.getExtras().getControllerTimeMillis()),
                    cursors(first.getExtras()),
                    first.getExtras().getCommandsList().stream()
                            .map(CommandMessages::command)
                            .toList());
        } catch (IllegalArgumentException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static StateChange.Delta delta(PollResponse message) {
        var delta = message.getDelta();
        return new StateChange.Delta(
                delta.getVersion(),
                hash(delta.getHash()),
                delta.getPutList().stream().map(PollAnswer::entry).toList(),
                delta.getRemoveList());
    }

    private static StateChange.Snapshot snapshot(long version, Iterator<PollResponse> messages, Drafts drafts)
            throws IOException, Unreadable {
        var draft = drafts.begin(version);
        boolean complete = false;
        try {
            var hash = fill(draft, messages);
            complete = true;
            return new StateChange.Snapshot(draft, hash);
        } finally {
            if (!complete) {
                draft.close();
            }
        }
    }

    private static StateHash fill(SnapshotDraft draft, Iterator<PollResponse> messages) throws IOException, Unreadable {
        while (messages.hasNext()) {
            var message = messages.next();
            switch (message.getResponseCase()) {
                case SNAPSHOT_PART -> {
                    for (var entry : message.getSnapshotPart().getPutList()) {
                        draft.put(entry(entry));
                    }
                }
                case SNAPSHOT_END -> {
                    return hash(message.getSnapshotEnd().getHash());
                }
                case UNCHANGED, DELTA, SNAPSHOT_START, RESPONSE_NOT_SET ->
                    throw new Unreadable("a snapshot cannot go on with " + message.getResponseCase());
            }
        }
        throw new Unreadable("a snapshot without an end");
    }

    private static List<Cursor> cursors(PollExtras extras) {
        return extras.getCursorsList().stream()
                .map(cursor -> new Cursor(Epoch.of(cursor.getEpoch().toByteArray()), cursor.getSequence()))
                .toList();
    }

    private static EntryBytes entry(Entry entry) {
        return new EntryBytes(entry.getKey(), entry.getBody().toByteArray());
    }

    private static StateHash hash(ByteString bytes) {
        return StateHash.fromBytes(bytes.toByteArray());
    }
}
