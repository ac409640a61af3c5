package io.fleetgram.agent.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.CoreProgram;
import io.fleetgram.agent.core.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramQuestionTest {

    @TempDir
    Path directory;

    @Test
    void xray_and_v2ray_4_are_known() throws IOException {
        var xray = program("xray", "[ \"$1\" = version ] && echo 'Xray 26.10.10 (Xray, Penetrates Everything.)'");
        assertThat(ask(xray, CoreKind.AUTO)).isEqualTo(known(xray, Dialect.XRAY, "26.10.10"));
        var v2ray = program("v2ray", "[ \"$1\" = -version ] && echo 'V2Ray 4.34.0 (user) 20230518'");
        assertThat(ask(v2ray, CoreKind.AUTO)).isEqualTo(known(v2ray, Dialect.V2RAY, "4.34.0"));
        assertThat(ask(v2ray, CoreKind.V2RAY)).isEqualTo(known(v2ray, Dialect.V2RAY, "4.34.0"));
    }

    @Test
    void a_program_is_asked_in_the_harmless_way_first() throws IOException {
        var renamed = program("core", "[ \"$1\" = -version ] || exit 9; echo 'V2Ray 4.45.2 (x)'");
        assertThat(ask(renamed, CoreKind.AUTO)).isEqualTo(known(renamed, Dialect.V2RAY, "4.45.2"));
    }

    @Test
    void v2ray_5_is_told_to_be_of_no_use() throws IOException {
        var v2ray = program("v2ray", "echo 'V2Ray 5.16.1 (V2Fly)'");
        assertThat(ask(v2ray, CoreKind.AUTO))
                .isEqualTo(new ProgramQuestion.Answer.Unknown(
                        "v2ray 5.16.1 has another API than v2ray 4: install Xray or v2ray 4"));
    }

    @Test
    void no_program_and_another_program_are_told_apart() throws IOException {
        assertThat(ask(directory.resolve("nothing"), CoreKind.AUTO))
                .isEqualTo(new ProgramQuestion.Answer.Unknown(
                        "there is no executable file " + directory.resolve("nothing")));
        var other = program("other", "echo hello; exit 1");
        assertThat(ask(other, CoreKind.AUTO))
                .isEqualTo(new ProgramQuestion.Answer.Unknown(other + " does not say that it is Xray or v2ray: hello"));
    }

    @Test
    void a_program_that_does_not_end_is_not_waited_for() throws IOException {
        var slow = program("slow", "exec sleep 60");
        var answer = new ProgramQuestion(slow, CoreKind.XRAY, directory.resolve("out"), Duration.ofMillis(300)).ask();
        assertThat(answer).isInstanceOf(ProgramQuestion.Answer.Unknown.class);
    }

    private ProgramQuestion.Answer ask(Path executable, CoreKind kind) {
        return new ProgramQuestion(executable, kind, directory.resolve("out"), Duration.ofSeconds(20)).ask();
    }

    private static ProgramQuestion.Answer known(Path executable, Dialect dialect, String version) {
        return new ProgramQuestion.Answer.Known(new CoreProgram(executable, dialect, version));
    }

    private Path program(String name, String script) throws IOException {
        var file = directory.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
