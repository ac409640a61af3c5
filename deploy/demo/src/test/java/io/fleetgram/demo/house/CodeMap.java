package io.fleetgram.demo.house;

import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The page docs/CODE-MAP.md: every package with the sentence that it says of itself. */
final class CodeMap {

    private static final Pattern SENTENCE = Pattern.compile("(?s)/\\*\\*(.*?)\\*/");
    private static final List<String> MODULES =
            List.of("shared", "node-agent", "bot", "deploy/parts", "deploy/demo", "deploy/bench");

    private CodeMap() {}

    static String text(SourceTree tree) {
        var page = new StringBuilder("""
                # Code map

                Packages are features. The root package of a feature is its public, pure part; what it needs of the outside lies
                below it. This page is made from the packages' own comments; a test fails when it lags (`mvn verify` says how to
                renew it).
                """);
        for (var module : MODULES) {
            page.append("%n## %s%n%n| package | what it is |%n|---|---|%n".formatted(module));
            packages(tree, module)
                    .forEach((name, sentence) -> page.append("| `%s` | %s |%n".formatted(name, sentence)));
        }
        return page.toString();
    }

    private static SortedMap<String, String> packages(SourceTree tree, String module) {
        var sources = Path.of(module, "src/main/java");
        var packages = new TreeMap<String, String>();
        tree.files().stream()
                .filter(file -> file.startsWith(sources) && file.endsWith("package-info.java"))
                .forEach(file -> packages.put(
                        sources.relativize(file.getParent()).toString().replace('/', '.'), sentence(tree, file)));
        return packages;
    }

    private static String sentence(SourceTree tree, Path file) {
        var comment = SENTENCE.matcher(String.join("\n", tree.lines(file)));
        if (!comment.find()) {
            throw new IllegalStateException(file + " does not say what the package is");
        }
        var text = comment.group(1)
                .lines()
                .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
                .takeWhile(line -> !line.startsWith("<p>"))
                .collect(Collectors.joining(" "))
                .strip();
        return text.replaceAll("\\{@(?:code|link|linkplain) ([^}]*)}", "`$1`").replace("|", "\\|");
    }
}
