package io.fleetgram.parts.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Ends guarded processes when this JVM is gone, however it went.
 *
 * <p>A small shell holds the reading end of a pipe. The kernel closes the writing end when this JVM ends, even by SIGKILL; the
 * shell then kills what is still on its list. It ignores the terminal's signals, so that Ctrl-C does not take it first.
 */
public final class Guard {

    private static final String SCRIPT = """
            trap '' INT TERM HUP QUIT
            pids=' '
            while read -r verb pid; do
              case $verb in
                guard) pids="$pids$pid " ;;
                release) case $pids in *" $pid "*) pids="${pids%% $pid *} ${pids#* $pid }" ;; esac ;;
              esac
            done
            for pid in $pids; do kill -9 "$pid" 2>/dev/null; done
            """;

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static final Guard OF_THIS_JVM = new Guard();

    private final OutputStream orders;

    private Guard() {
        try {
            orders = new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .getOutputStream();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not start the shell that ends leftover processes", e);
        }
    }

    /** Starts a process that ends with this JVM at the latest. */
    public static Process start(ProcessBuilder builder) throws IOException {
        var process = builder.start();
        guard(process.pid());
        var unused = process.onExit().thenAccept(ended -> release(ended.pid()));
        return process;
    }

    /** Guards a process that somebody else started; {@link #release} it when it has ended. */
    public static void guard(long pid) {
        OF_THIS_JVM.order("guard " + pid);
    }

    public static void release(long pid) {
        OF_THIS_JVM.order("release " + pid);
    }

    private void order(String line) {
        LOCK.lock();
        try {
            orders.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
            orders.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("The shell that ends leftover processes is gone", e);
        } finally {
            LOCK.unlock();
        }
    }
}
