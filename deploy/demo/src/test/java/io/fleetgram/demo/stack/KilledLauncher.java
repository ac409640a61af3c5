package io.fleetgram.demo.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** A launcher that a test kills: its process starts another in a session of its own, and both write their pids down. */
final class KilledLauncher {

    private KilledLauncher() {}

    public static void main(String[] arguments) throws InterruptedException {
        var directory = Path.of(arguments[0]);
        var script = "setsid sh -c 'echo $$ >>pids; exec sleep 600' & echo $$ >>pids; wait";
        new ManagedProcess(new Launch(
                        "shell", List.of("/bin/sh", "-c", script), Map.of(), directory, directory.resolve("shell.log")))
                .start();
        new CountDownLatch(1).await();
    }
}
