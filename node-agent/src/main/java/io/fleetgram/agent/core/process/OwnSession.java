package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.file.CoreDirectory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/**
 * Starts the core in a session of its own, with files for its output.
 *
 * <p>A pipe of ours instead of the files would end the core with the agent: it dies of writing to a pipe that nobody reads.
 */
record OwnSession(CoreCommand command, CoreDirectory directory) implements Launcher {

    @Override
    public Launched launch(Path configuration) throws IOException {
        var words = new ArrayList<String>();
        words.add("setsid");
        words.addAll(command.run(configuration));
        var builder = new ProcessBuilder(words)
                .directory(directory.root().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(directory.output().toFile());
        builder.environment().putAll(command.environment());
        var process = builder.start();
        return new Launched.Begun(process.pid(), Optional.of(process));
    }

    @Override
    public void askToEnd() {}
}
