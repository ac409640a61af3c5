package io.fleetgram.demo.run;

import io.fleetgram.demo.stack.PortBook;
import io.fleetgram.parts.Found;
import io.fleetgram.parts.mariadb.MariaDbOptions;
import io.fleetgram.parts.mariadb.PrivateMariaDb;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;

/** One run of the demo, from the first process to the last. */
final class Demo {

    private final DemoOptions options;
    private final Progress progress;

    Demo(DemoOptions options, Progress progress) {
        this.options = options;
        this.progress = progress;
    }

    int run() {
        var data = options.data.toAbsolutePath().normalize();
        data.toFile().mkdirs();
        var base = options.portBase == null ? OptionalInt.empty() : OptionalInt.of(options.portBase);
        var ports = new PortBook(data.resolve("ports.properties"), base);
        progress.say("MariaDB: starting on " + data.resolve("mariadb"));
        return switch (PrivateMariaDb.start(
                data.resolve("mariadb"), MariaDbOptions.forTests().withPort(ports.port("mariadb")))) {
            case Found.Missing<PrivateMariaDb> missing -> {
                progress.say("MariaDB cannot be had: " + missing.why());
                yield 1;
            }
            case Found.Present<PrivateMariaDb> server -> {
                progress.say("MariaDB " + server.value().version() + " ready");
                yield waitForTheEnd(server.value());
            }
        };
    }

    private int waitForTheEnd(PrivateMariaDb server) {
        try (server) {
            new CountDownLatch(1).await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }
}
