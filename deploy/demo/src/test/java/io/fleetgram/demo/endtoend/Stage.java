package io.fleetgram.demo.endtoend;

import io.fleetgram.demo.stack.DidNotStart;
import io.fleetgram.demo.stack.NodeProcess;
import io.fleetgram.demo.stack.Stack;
import io.fleetgram.demo.stack.StackOptions;
import io.fleetgram.demo.walk.NewNode;
import io.fleetgram.demo.walk.OwnerInChat;
import io.fleetgram.demo.walk.Subscription;
import io.fleetgram.parts.RealPart;
import io.fleetgram.parts.cache.PartsCache;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.core.TestCores;
import io.fleetgram.parts.junit.Need;
import io.fleetgram.parts.mariadb.MariaDbBinary;
import io.fleetgram.parts.traffic.ByteTarget;
import io.fleetgram.parts.traffic.ShareLink;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A stack for the scenarios of one core, with its owner in the chat and a site to download from. Scenarios share it, one after the
 * other; each adds its own accounts and leaves every process running.
 */
final class Stage implements AutoCloseable {

    private static @Nullable Stage present;
    private static boolean spoilt;

    private final CoreKind kind;
    private final Stack stack;
    private final OwnerInChat owner;
    private final ByteTarget target = ByteTarget.start();

    private Stage(CoreKind kind, String name, Map<String, String> settings) throws InterruptedException {
        Need.of(RealPart.MARIADB, MariaDbBinary.find(PartsCache.standard()));
        this.kind = kind;
        var data = Path.of("target", "end-to-end", name).toAbsolutePath();
        PartsCache.delete(data);
        stack = Stack.start(new StackOptions(data, OptionalInt.empty(), TestCores.one(kind), settings), line -> {});
        owner = OwnerInChat.at(stack.emulator().address());
    }

    /** The stage of that core; one of another core is closed first, so that only one is ever up. */
    static synchronized Stage on(CoreKind kind) throws InterruptedException {
        if (present == null || present.kind != kind || spoilt) {
            open(kind, kind.name().toLowerCase(java.util.Locale.ROOT), Map.of());
        }
        return java.util.Objects.requireNonNull(present);
    }

    /** A new stage without nodes and accounts, for a scenario that needs to begin there. */
    static synchronized Stage fresh(CoreKind kind, String name) throws InterruptedException {
        return fresh(kind, name, Map.of());
    }

    /** As {@link #fresh(CoreKind, String)}, with settings of the controller. */
    static synchronized Stage fresh(CoreKind kind, String name, Map<String, String> settings)
            throws InterruptedException {
        open(kind, name, settings);
        var opened = java.util.Objects.requireNonNull(present);
        present = null;
        return opened;
    }

    /** Says that a scenario failed: who comes next, or the same one again, begins on a new stage. */
    static synchronized void spoilt() {
        spoilt = true;
    }

    private static void open(CoreKind kind, String name, Map<String, String> settings) throws InterruptedException {
        spoilt = false;
        if (present != null) {
            present.close();
            present = null;
        }
        present = new Stage(kind, name, settings);
    }

    /** Starts what an earlier scenario may have left stopped, and joins nodes until there are so many. */
    void awake(int nodes) throws InterruptedException {
        stack.controller().start();
        for (int number = 1; number <= nodes; number++) {
            if (stack.nodes().isEnrolled(number)) {
                node(number).start();
            } else {
                join(number);
            }
        }
    }

    /** Joins a machine through the chat, by its join command. */
    void join(int number) throws InterruptedException {
        var node = node(number);
        owner.join(node, new NewNode(name(number), node.address(), "Rack " + number));
    }

    static String name(int number) {
        return "node-" + number;
    }

    NodeProcess node(int number) {
        return stack.nodes().number(number);
    }

    /** The process id of a node's core; fails if none runs. */
    long corePid(int number) {
        return node(number)
                .core()
                .orElseThrow(() -> new DidNotStart("no core runs on " + name(number)))
                .pid();
    }

    Stack stack() {
        return stack;
    }

    OwnerInChat owner() {
        return owner;
    }

    ByteTarget target() {
        return target;
    }

    /** The share links of an account's subscription that lead to a node. */
    List<ShareLink> links(URI subscription, int number) {
        return Subscription.links(subscription).stream()
                .filter(link -> link.host().equals(node(number).address()))
                .toList();
    }

    Booked booked(String account) {
        return Booked.of(stack.database(), account);
    }

    @Override
    public void close() {
        target.close();
        stack.close();
    }
}
