package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.CoreRun;
import io.fleetgram.agent.core.Dialect;
import io.fleetgram.agent.store.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What is written down about a core that was started, so that the next agent knows it again.
 *
 * @param executable the file that the process runs, which for a script is its interpreter
 * @param configuration the file it was started with
 */
record CoreRecord(CoreRun run, String executable, String configuration) {

    void writeTo(Path file) throws IOException {
        var program = run.program();
        var lines = List.of(
                run.identity().text(),
                Integer.toString(run.apiPort()),
                program.executable().toString(),
                program.dialect().name(),
                program.version(),
                executable,
                configuration);
        AtomicFile.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Empty if there is no such file, or it holds something else. */
    static Optional<CoreRecord> readFrom(Path file) throws IOException {
        return Files.exists(file) ? parse(Files.readAllLines(file)) : Optional.empty();
    }

    private static Optional<CoreRecord> parse(List<String> lines) {
        if (lines.size() != 7) {
            return Optional.empty();
        }
        try {
            var program = new CoreProgram(Path.of(lines.get(2)), Dialect.valueOf(lines.get(3)), lines.get(4));
            var run = new CoreRun(CoreIdentity.parse(lines.get(0)), program, Integer.parseInt(lines.get(1)));
            return Optional.of(new CoreRecord(run, lines.get(5), lines.get(6)));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
