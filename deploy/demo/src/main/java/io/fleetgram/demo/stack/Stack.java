package io.fleetgram.demo.stack;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.mariadb.MariaDbOptions;
import io.fleetgram.parts.mariadb.PrivateMariaDb;
import io.fleetgram.parts.traffic.TlsSite;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The whole product as real processes: a private MariaDB, the chat emulator, a controller, and nodes. */
public final class Stack implements AutoCloseable {

    private final StackOptions options;
    private final PrivateMariaDb database;
    private final Emulator emulator;
    private final Controller controller;
    private final Nodes nodes;
    private final Deque<AutoCloseable> opened;

    private Stack(
            StackOptions options,
            PrivateMariaDb database,
            Emulator emulator,
            Controller controller,
            Nodes nodes,
            Deque<AutoCloseable> opened) {
        this.options = options;
        this.database = database;
        this.emulator = emulator;
        this.controller = controller;
        this.nodes = nodes;
        this.opened = opened;
    }

    /**
     * Starts everything but the nodes.
     *
     * @param progress takes a line for each thing that is under way or ready
     * @throws DidNotStart if something does not come up; what did is stopped again
     */
    public static Stack start(StackOptions options, Consumer<String> progress) {
        var opened = new ArrayDeque<AutoCloseable>();
        try {
            return start(options, progress, opened);
        } catch (RuntimeException e) {
            close(opened);
            throw e;
        }
    }

    private static Stack start(StackOptions options, Consumer<String> progress, Deque<AutoCloseable> opened) {
        var product = Product.ofThisCheckout();
        var data = options.data();
        opened.push(DataLock.take(data));
        var ports = new PortBook(data.resolve("ports.properties"), options.portBase());

        var emulator = new Emulator(data, ports.port("emulator"));
        opened.push(emulator);
        emulator.launch();
        var sitePort = ports.port("reality-site");
        var site = CompletableFuture.supplyAsync(() -> TlsSite.start(ControllerSettings.REALITY_SITE, sitePort));
        opened.push(() -> site.join().close());

        progress.accept("MariaDB: starting");
        var database = startDatabase(data.resolve("mariadb"), ports);
        opened.push(database);
        progress.accept("MariaDB %s: ready; controller: starting".formatted(database.version()));
        var settings = ControllerSettings.of(data, ports, database, emulator);
        settings.putAll(options.settings());
        var controller = new Controller(product.controllerJar(), data, ports.port("controller.http"), settings);
        opened.push(controller);
        controller.start();
        emulator.awaitReady();
        site.join();
        progress.accept("controller and chat: ready");

        var nodes = new Nodes(product.agentCommand(), data, ports, options.core());
        opened.push(nodes);
        return new Stack(options, database, emulator, controller, nodes, opened);
    }

    private static PrivateMariaDb startDatabase(Path directory, PortBook ports) {
        var options = MariaDbOptions.forTests().withPort(ports.port("mariadb"));
        return switch (PrivateMariaDb.start(directory, options)) {
            case Found.Present<PrivateMariaDb> present -> {
                present.value().stopsOnlyByItsOwner();
                yield present.value();
            }
            case Found.Missing<PrivateMariaDb> missing ->
                throw new DidNotStart("MariaDB cannot be had: " + missing.why());
        };
    }

    public PrivateMariaDb database() {
        return database;
    }

    public Emulator emulator() {
        return emulator;
    }

    public Controller controller() {
        return controller;
    }

    public Nodes nodes() {
        return nodes;
    }

    public CoreBinary core() {
        return options.core();
    }

    public Path data() {
        return options.data();
    }

    /** Where every process writes its log. */
    public Path logs() {
        return options.data().resolve("logs");
    }

    /** Stops everything: nodes first, the database last. */
    @Override
    public void close() {
        close(opened);
    }

    private static void close(Deque<AutoCloseable> opened) {
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                System.getLogger(Stack.class.getName()).log(System.Logger.Level.WARNING, "Could not stop a part", e);
            }
        }
    }
}
