package io.fleetgram.agent.converge.grpc;

import com.google.protobuf.InvalidProtocolBufferException;
import io.fleetgram.agent.converge.Desired;
import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.agent.converge.EntryReader;
import io.fleetgram.agent.converge.FailedEntry;
import io.fleetgram.agent.core.Credential;
import io.fleetgram.agent.core.Inbound;
import io.fleetgram.shared.EntryKey;
import io.fleetgram.wire.agent.v1.EntryBody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads serialized entry bodies. What a newer controller may send and this agent does not know is told, never guessed. */
public final class EntryBodies implements EntryReader {

    private final String usualListen;

    public EntryBodies() {
        this("");
    }

    /**
     * Reads bodies on a machine of its own kind.
     *
     * @param usualListen the address for inbounds that name none; empty for every address
     */
    public EntryBodies(String usualListen) {
        this.usualListen = usualListen;
    }

    @Override
    public Desired read(Collection<EntryBytes> entries) {
        var reading = new Reading(usualListen);
        entries.forEach(reading::add);
        reading.inbounds.sort(Comparator.comparing(Inbound::key));
        return new Desired(reading.inbounds, reading.users, reading.coreStopped, reading.unreadable);
    }

    private static final class Reading {

        private final List<Inbound> inbounds = new ArrayList<>();
        private final Map<String, Map<String, Credential>> users = new HashMap<>();
        private final List<FailedEntry> unreadable = new ArrayList<>();
        private final String usualListen;
        private boolean coreStopped;

        Reading(String usualListen) {
            this.usualListen = usualListen;
        }

        void add(EntryBytes entry) {
            try {
                add(EntryKey.parse(entry.key()), EntryBody.parseFrom(entry.body()));
            } catch (UnknownFeature unknown) {
                unreadable.add(new FailedEntry(
                        entry.key(), unknown.getMessage() + ": this agent is too old for it, upgrade the agent", true));
            } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
                unreadable.add(new FailedEntry(
                        entry.key(),
                        "the entry cannot be read: " + e.getMessage() + "; report this as a fault",
                        false));
            }
        }

        private void add(EntryKey key, EntryBody body) {
            switch (key) {
                case EntryKey.OfInbound of -> inbounds.add(InboundBody.read(of, body, usualListen));
                case EntryKey.UserOnInbound of ->
                    users.computeIfAbsent(of.inbound(), inbound -> new HashMap<>())
                            .put(of.email(), AccountBody.read(of, body));
                case EntryKey.OfNode of -> {
                    if (body.hasNode()) {
                        coreStopped = body.getNode().getCoreStopped();
                    }
                }
            }
        }
    }
}
