package io.fleetgram.demo.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the build made of the product: the controller's jar and the agent's distribution.
 *
 * @param root of the checkout
 */
record Product(Path root) {

    /** Finds the checkout by the property that the launcher and the build set. */
    static Product ofThisCheckout() {
        return new Product(Path.of(System.getProperty("fleetgram.root", "."))
                .toAbsolutePath()
                .normalize());
    }

    /**
     * The jar that runs by itself.
     *
     * @throws DidNotStart if it was not built
     */
    Path controllerJar() {
        var built = root.resolve("bot/target");
        if (Files.isDirectory(built)) {
            try (var files = Files.list(built)) {
                var jar = files.filter(file -> file.getFileName().toString().endsWith("-boot.jar"))
                        .findFirst();
                if (jar.isPresent()) {
                    return jar.get();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Could not list " + built, e);
            }
        }
        throw new DidNotStart("The controller's jar is missing below %s: run mvn -Dfast -DskipTests package in %s"
                .formatted(built, root));
    }

    /**
     * The agent's command.
     *
     * @throws DidNotStart if it was not built
     */
    Path agentCommand() {
        var command = root.resolve("node-agent/target/agent/bin/fleetgram-agent");
        if (!Files.isExecutable(command)) {
            throw new DidNotStart("The agent's command %s is missing: run mvn -Dfast -DskipTests package in %s"
                    .formatted(command, root));
        }
        return command;
    }
}
