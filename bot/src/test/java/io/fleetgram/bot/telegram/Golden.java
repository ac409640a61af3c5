package io.fleetgram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Compares what the chat shows with the file that somebody looked at.
 *
 * <p>{@code -Dgolden=write} writes the files anew; look at each difference before you keep it.
 */
public final class Golden {

    private static final Path FILES = Path.of("src/test/resources/golden");
    private static final String RULE = "\n────────\n";

    private Golden() {}

    public static void check(String name, View view) {
        compare(name, print(view));
    }

    public static void check(String name, Reply reply) {
        compare(name, print(reply));
    }

    public static void check(String name, Act.Confirmation asked) {
        compare(
                name,
                asked.question() + RULE + "[" + asked.yes() + "] [Cancel → "
                        + asked.back().text() + "]");
    }

    private static String print(Reply reply) {
        return switch (reply) {
            case Reply.Show show -> "show " + show.address().text();
            case Reply.ShowWith show -> "show " + show.address().text() + "\nwith " + show.line();
            case Reply.Present present -> print(present.view());
            case Reply.Secret secret ->
                print(secret.view()) + RULE + "then " + secret.then().text();
            case Reply.File file ->
                "(file " + file.view().document().orElseThrow().fileName() + ")\n" + print(file.view()) + RULE + "then "
                        + file.then().text();
            case Reply.Refused refused ->
                "refused: " + refused.why() + "\nback to " + refused.back().text();
        };
    }

    private static String print(View view) {
        var picture = view.picture()
                .map(shown -> "(picture " + shown.fileName() + ")\n")
                .orElse("");
        var rows = view.rows().stream()
                .map(row -> row.stream().map(Golden::print).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
        return picture + view.text() + RULE + rows;
    }

    private static String print(Button button) {
        return switch (button) {
            case Button.Go go ->
                "[%s → %s%s]".formatted(go.label(), go.to().text(), go.style() == Button.Style.DANGER ? " !" : "");
            case Button.Copy copy -> "[%s ⧉ %s]".formatted(copy.label(), copy.text());
            case Button.Link link -> "[%s ↗ %s]".formatted(link.label(), link.url());
        };
    }

    private static void compare(String name, String printed) {
        var file = FILES.resolve(name + ".txt");
        try {
            if ("write".equals(System.getProperty("golden"))) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, printed + "\n");
            }
            assertThat(file).as("a golden file; -Dgolden=write writes it").exists();
            assertThat(printed + "\n").as(name).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
