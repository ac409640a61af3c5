package io.fleetgram.demo.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Something that no line of certain files may hold.
 *
 * @param name says what is not wanted
 * @param files which files it is about
 * @param unwanted found anywhere in a line
 */
record LineRule(String name, Predicate<String> files, Pattern unwanted) {

    // The patterns are put together from halves so that this file does not break its own rules.
    static List<LineRule> all() {
        Predicate<String> shipped = file -> file.contains("/src/main/");
        Predicate<String> java = file -> file.endsWith(".java");
        return List.of(
                new LineRule(
                        "no stub or promise in shipped code",
                        shipped,
                        Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b|(?i)not (yet )?imple" + "mented|"
                                + "UnsupportedOperation" + "Exception\\(\\)")),
                new LineRule(
                        "no sleep in shipped code",
                        shipped.and(java),
                        Pattern.compile("Thread\\.sl" + "eep\\(|TimeUnit\\.\\w+\\.sl" + "eep\\(")),
                new LineRule(
                        "no disabled test",
                        java,
                        Pattern.compile("@Dis" + "abled|assumeTrue\\(fa" + "lse|assertTrue\\(tr" + "ue\\)")),
                new LineRule(
                        "no mocks, no Lombok",
                        java,
                        Pattern.compile("import (static )?(org\\.mock" + "ito|lom" + "bok)\\.")),
                new LineRule(
                        "no host of a package registry",
                        file -> true,
                        Pattern.compile(
                                "(?i)repo1?\\.mav" + "en\\.(apache\\.)?org|maven-cen" + "tral\\.|registry\\.np" + "mjs|"
                                        + "pypi\\.o" + "rg|files\\.pythonh" + "osted|deb\\.deb"
                                        + "ian\\.org|proxy\\.gol" + "ang\\.org|crat"
                                        + "es\\.io")),
                new LineRule(
                        "no path of one machine",
                        file -> true,
                        Pattern.compile("/wo" + "rk/|/ro" + "ot/|/home/[a-z]")));
    }

    /** Returns one line of text for each place that breaks the rule. */
    List<String> violations(String file, List<String> lines) {
        var found = new ArrayList<String>();
        if (!files.test(file)) {
            return found;
        }
        for (int i = 0; i < lines.size(); i++) {
            if (unwanted.matcher(lines.get(i)).find()) {
                found.add("%s:%d: %s: %s"
                        .formatted(file, i + 1, name, lines.get(i).strip()));
            }
        }
        return found;
    }

    List<String> violations(SourceTree tree) {
        return tree.files().stream()
                .map(Path::toString)
                .filter(files)
                .flatMap(file -> violations(file, tree.lines(Path.of(file))).stream())
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
