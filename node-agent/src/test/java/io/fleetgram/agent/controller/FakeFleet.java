package io.fleetgram.agent.controller;

import io.fleetgram.agent.converge.EntryBytes;
import io.fleetgram.shared.EntryDigest;
import io.fleetgram.shared.StateHash;
import io.fleetgram.shared.pki.CertificateAuthority;
import io.fleetgram.shared.pki.CertificateAuthority.Validity;
import io.fleetgram.shared.pki.CertificateRequest;
import io.fleetgram.shared.pki.Fingerprint;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A whole controller in memory, for one node: versions, deltas and snapshots, cursors, join tokens, certificates. Tests
 * reach it through the port or over TLS, and make it fail.
 */
public final class FakeFleet {

    /** What goes wrong with the next call of a kind. */
    public enum Fault {
        /** The call does not arrive. */
        REQUEST_LOST,
        /** The call is done, and nobody hears of it. */
        ANSWER_LOST,
        EXPIRED,
        /** The state that is sent has not the hash that is sent. */
        WRONG_HASH
    }

    /** What a poll is answered with. */
    public sealed interface Reply {
        record Unchanged(long version) implements Reply {}

        record Delta(long version, StateHash hash, List<EntryBytes> put, List<String> remove) implements Reply {}

        record Snapshot(long version, StateHash hash, List<EntryBytes> entries) implements Reply {}
    }

    /** Reads epoch and number of a batch from its bytes. */
    public interface BatchReader {
        Cursor position(byte[] batch);
    }

    public static final String NODE_KEY = "node1x";
    public static final Instant TIME = Instant.parse("2026-04-01T12:00:00Z");

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final SecureRandom random = new SecureRandom();
    private final BatchReader batchReader;
    private final CertificateAuthority authority;
    private final TreeMap<Long, Map<String, EntryBytes>> versions = new TreeMap<>(Map.of(1L, Map.of()));
    private final Map<Epoch, Long> cursors = new HashMap<>();
    private final List<byte[]> booked = new ArrayList<>();
    private final List<StatusReport> reports = new ArrayList<>();
    private final Map<String, Optional<Fingerprint>> tokens = new HashMap<>();
    private final Set<Fingerprint> nodeTokens = new HashSet<>();
    private final FakeCommands commands = new FakeCommands();
    private final List<Fault> faults = new ArrayList<>();
    private boolean removed;
    private boolean away;
    private int polls;
    private int woken;

    public FakeFleet(BatchReader batchReader) {
        this.batchReader = batchReader;
        var now = Instant.now();
        this.authority = CertificateAuthority.create(
                "Fleetgram test", new Validity(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30))), random);
    }

    public FakeCommands commands() {
        return commands;
    }

    public CertificateAuthority authority() {
        return authority;
    }

    /** Makes a new version by putting entries and removing keys. */
    public long change(List<EntryBytes> put, List<String> remove) {
        lock.lock();
        try {
            var next = new TreeMap<>(versions.lastEntry().getValue());
            put.forEach(entry -> next.put(entry.key(), entry));
            remove.forEach(next::remove);
            long version = versions.lastKey() + 1;
            versions.put(version, next);
            changed.signalAll();
            return version;
        } finally {
            lock.unlock();
        }
    }

    /** Forgets old versions, so that whoever holds one needs a snapshot. */
    public void forgetHistory() {
        lock.lock();
        try {
            versions.headMap(versions.lastKey()).clear();
        } finally {
            lock.unlock();
        }
    }

    public void failNext(Fault fault) {
        lock.lock();
        try {
            faults.add(fault);
        } finally {
            lock.unlock();
        }
    }

    public void beAway(boolean now) {
        lock.lock();
        try {
            away = now;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void removeNode() {
        lock.lock();
        try {
            removed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    public void allowToken(String token) {
        tokens.put(token, Optional.empty());
    }

    public List<byte[]> booked() {
        lock.lock();
        try {
            return List.copyOf(booked);
        } finally {
            lock.unlock();
        }
    }

    public List<StatusReport> reports() {
        lock.lock();
        try {
            return List.copyOf(reports);
        } finally {
            lock.unlock();
        }
    }

    public long version() {
        lock.lock();
        try {
            return versions.lastKey();
        } finally {
            lock.unlock();
        }
    }

    public int polls() {
        lock.lock();
        try {
            return polls;
        } finally {
            lock.unlock();
        }
    }

    /** What is wrong with the next call, if anything: the fault to act on. */
    public Optional<Fault> fault() {
        lock.lock();
        try {
            if (away) {
                return Optional.of(Fault.REQUEST_LOST);
            }
            return faults.isEmpty() ? Optional.empty() : Optional.of(faults.removeFirst());
        } finally {
            lock.unlock();
        }
    }

    public boolean isRemoved() {
        lock.lock();
        try {
            return removed;
        } finally {
            lock.unlock();
        }
    }

    /** Makes every waiting poll look again. */
    public void wake() {
        lock.lock();
        try {
            woken++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Answers a poll when something changed, the wait is over, or the fleet went away. */
    public Reply poll(PollQuestion question, boolean wrongHash) throws InterruptedException {
        lock.lock();
        try {
            polls++;
            int wokenBefore = woken;
            long left = question.longest().toNanos();
            while (left > 0
                    && woken == wokenBefore
                    && reply(question, wrongHash) instanceof Reply.Unchanged
                    && commands.handOut(question.commands()).isEmpty()
                    && !away
                    && !removed) {
                left = changed.awaitNanos(left);
            }
            return reply(question, wrongHash);
        } finally {
            lock.unlock();
        }
    }

    public List<Cursor> cursors(List<Epoch> epochs) {
        lock.lock();
        try {
            return epochs.stream()
                    .map(epoch -> new Cursor(epoch, cursors.getOrDefault(epoch, 0L)))
                    .filter(cursor -> cursor.sequence() > 0)
                    .toList();
        } finally {
            lock.unlock();
        }
    }

    public Cursor book(byte[] batch) {
        lock.lock();
        try {
            var position = batchReader.position(batch);
            long before = cursors.getOrDefault(position.epoch(), 0L);
            if (position.sequence() > before) {
                booked.add(batch);
                cursors.put(position.epoch(), position.sequence());
            }
            return new Cursor(position.epoch(), Math.max(before, position.sequence()));
        } finally {
            lock.unlock();
        }
    }

    public void report(StatusReport report) {
        lock.lock();
        try {
            reports.add(report);
        } finally {
            lock.unlock();
        }
    }

    public List<X509Certificate> certify(PublicKey key) {
        var now = Instant.now();
        var certificate = authority.issueForNode(
                NODE_KEY, key, new Validity(now.minus(Duration.ofHours(1)), now.plus(Duration.ofDays(9))), random);
        return List.of(certificate, authority.certificate());
    }

    /** Returns the chain for a request; empty if the request is not good. */
    public Optional<List<X509Certificate>> certify(byte[] request) {
        return CertificateRequest.read(request) instanceof CertificateRequest.Reading.Proven proven
                ? Optional.of(certify(proven.key()))
                : Optional.empty();
    }

    /** Binds a token to the first key that shows it; empty if the token is unknown or another key's. */
    public Optional<List<X509Certificate>> enroll(String token, byte[] request) {
        if (!(CertificateRequest.read(request) instanceof CertificateRequest.Reading.Proven proven)) {
            return Optional.empty();
        }
        lock.lock();
        try {
            var key = Fingerprint.of(proven.key());
            var bound = tokens.get(token);
            if (bound == null || !bound.orElse(key).equals(key)) {
                return Optional.empty();
            }
            tokens.put(token, Optional.of(key));
            return Optional.of(certify(proven.key()));
        } finally {
            lock.unlock();
        }
    }

    /** Binds a join token to the first digest of a node's token; says whether it is the node's now. */
    public boolean enrollWithToken(String joinToken, byte[] tokenHash) {
        lock.lock();
        try {
            var token = Fingerprint.ofDigest(tokenHash);
            var bound = tokens.get(joinToken);
            if (bound == null || !bound.orElse(token).equals(token)) {
                return false;
            }
            tokens.put(joinToken, Optional.of(token));
            return addNodeToken(tokenHash);
        } finally {
            lock.unlock();
        }
    }

    /** Adds a token by which the node may come. */
    public boolean addNodeToken(byte[] tokenHash) {
        lock.lock();
        try {
            nodeTokens.add(Fingerprint.ofDigest(tokenHash));
            return true;
        } finally {
            lock.unlock();
        }
    }

    public boolean hasNodeToken(byte[] tokenHash) {
        lock.lock();
        try {
            return nodeTokens.contains(Fingerprint.ofDigest(tokenHash));
        } finally {
            lock.unlock();
        }
    }

    private Reply reply(PollQuestion question, boolean wrongHash) {
        long version = versions.lastKey();
        var present = versions.lastEntry().getValue();
        var hash = wrongHash ? new StateHash(4, 2) : hash(present);
        var stored = question.stored();
        if (stored.hash().equals(hash(present)) && !wrongHash) {
            return new Reply.Unchanged(version);
        }
        var old = versions.getOrDefault(stored.version(), Map.of());
        if (!hash(old).equals(stored.hash()) || stored.version() == 0) {
            return new Reply.Snapshot(version, hash, List.copyOf(present.values()));
        }
        return new Reply.Delta(
                version,
                hash,
                present.values().stream()
                        .filter(entry -> !entry.equals(old.get(entry.key())))
                        .toList(),
                old.keySet().stream().filter(key -> !present.containsKey(key)).toList());
    }

    public static StateHash hash(Map<String, EntryBytes> entries) {
        return entries.values().stream()
                .map(entry -> EntryDigest.of(entry.key(), entry.body()))
                .reduce(StateHash.EMPTY, StateHash::plus);
    }
}
