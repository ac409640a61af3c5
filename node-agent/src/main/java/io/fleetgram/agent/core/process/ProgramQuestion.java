package io.fleetgram.agent.core.process;

import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.Dialect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks a program which core it is. */
record ProgramQuestion(Path executable, CoreKind kind, Path output, Duration longest) {

    private static final Pattern VERSION = Pattern.compile("(?m)^(Xray|V2Ray) v?(\\d+\\S*)");

    /** What was learnt. */
    sealed interface Answer {

        record Known(CoreProgram program) implements Answer {}

        record Unknown(String why) implements Answer {}
    }

    Answer ask() {
        if (!Files.isExecutable(executable)) {
            return new Answer.Unknown("there is no executable file " + executable);
        }
        String said = "";
        for (String question : questions()) {
            switch (new OneShot(List.of(executable.toString(), question), Map.of(), output, longest).run()) {
                case OneShot.End.Exited exited -> {
                    var found = found(exited.output());
                    if (found.isPresent()) {
                        return found.get();
                    }
                    said = LastWords.of(exited.output());
                }
                case OneShot.End.NotDone notDone -> said = notDone.why();
            }
        }
        return new Answer.Unknown(executable + " does not say that it is Xray or v2ray: " + said);
    }

    /** Both families know the second form, but v2ray takes the first one for an order to start. */
    private List<String> questions() {
        return switch (kind) {
            case XRAY -> List.of("version");
            case V2RAY -> List.of("-version");
            case AUTO ->
                executable.getFileName().toString().contains("xray")
                        ? List.of("version", "-version")
                        : List.of("-version", "version");
        };
    }

    private Optional<Answer> found(String output) {
        var match = VERSION.matcher(output);
        if (!match.find()) {
            return Optional.empty();
        }
        String version = match.group(2);
        if (match.group(1).equals("Xray")) {
            return Optional.of(new Answer.Known(new CoreProgram(executable, Dialect.XRAY, version)));
        }
        return Optional.of(
                version.startsWith("4.")
                        ? new Answer.Known(new CoreProgram(executable, Dialect.V2RAY, version))
                        : new Answer.Unknown(
                                "v2ray " + version + " has another API than v2ray 4: install Xray or v2ray 4"));
    }
}
