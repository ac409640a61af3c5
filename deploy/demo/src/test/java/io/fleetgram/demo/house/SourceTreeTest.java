package io.fleetgram.demo.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tree keeps the rules that no compiler knows. */
class SourceTreeTest {

    private static final SourceTree TREE = SourceTree.ofThisBuild();

    @ParameterizedTest
    @MethodSource
    void keeps(LineRule rule) {
        assertThat(rule.violations(TREE)).isEmpty();
    }

    static Stream<LineRule> keeps() {
        return LineRule.all().stream();
    }

    @ParameterizedTest
    @CsvSource({
        "no stub or promise in shipped code, a/src/main/A.java, // TO_DO later",
        "no sleep in shipped code, a/src/main/A.java, Thread.sle_ep(10);",
        "no disabled test, a/src/test/A.java, @Dis_abled",
        "'no mocks, no Lombok', a/src/test/A.java, import org.mock_ito.Mock;",
        "no host of a package registry, README.md, https://registry.np_mjs.org/x",
        "no path of one machine, README.md, cd /ro_ot/fleetgram"
    })
    void each_rule_catches_its_offender(String rule, String file, String line) {
        var offending = List.of(line.replace("_", ""));
        assertThat(LineRule.all().stream()
                        .filter(each -> each.name().equals(rule))
                        .flatMap(each -> each.violations(file, offending).stream()))
                .hasSize(1);
    }

    @Test
    void most_files_hold_one_idea() {
        var sizes = TREE.files().stream()
                .filter(file -> file.toString().matches(".*/src/main/.*\\.java"))
                .mapToInt(file -> TREE.lines(file).size())
                .sorted()
                .toArray();
        assertThat(sizes[sizes.length / 2]).as("median lines of a file").isLessThanOrEqualTo(70);
        assertThat(sizes[sizes.length * 95 / 100])
                .as("lines of a file at the 95th percentile")
                .isLessThanOrEqualTo(250);
    }

    @Test
    void no_file_is_longer_than_400_lines_without_a_written_reason() {
        var reasons = TREE.files().stream()
                .filter(file -> file.startsWith(Path.of("docs/decisions")))
                .flatMap(file -> TREE.lines(file).stream())
                .toList();
        assertThat(TREE.files().stream()
                        .filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> TREE.lines(file).size() > 400)
                        .filter(file -> reasons.stream()
                                .noneMatch(
                                        line -> line.contains(file.getFileName().toString()))))
                .isEmpty();
    }

    @Test
    void every_package_says_what_it_is_for() {
        var files = TREE.files();
        assertThat(files.stream()
                        .filter(file -> file.toString().matches(".*/src/main/java/.*\\.java"))
                        .map(Path::getParent)
                        .distinct()
                        .filter(folder -> !files.contains(folder.resolve("package-info.java"))))
                .isEmpty();
    }
}
