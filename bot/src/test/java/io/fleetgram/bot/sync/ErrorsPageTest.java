package io.fleetgram.bot.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Z9: every code is in the docs with its meaning and what to do. {@code -Drenew} writes the page. */
class ErrorsPageTest {

    private static final Path PAGE = Path.of("../docs/errors.md");

    @Test
    void the_page_in_the_docs_is_the_list_in_the_code() throws IOException {
        if (Boolean.getBoolean("renew")) {
            Files.writeString(PAGE, page());
        }
        assertThat(Files.readString(PAGE))
                .as("renew it with: mvn -pl bot -am test -Dtest=ErrorsPageTest -Drenew")
                .isEqualTo(page());
    }

    private static String page() {
        var page = new StringBuilder("""
                # Errors

                Every failure has a code of this list, a plain sentence, and a trace id of 12 letters and digits. The same trace
                id stands in the controller's log in square brackets, in the audit, and in the answer: an agent logs it behind
                the code, and the chat shows it below the sentence. The chat knows one code, `INTERNAL`: whatever else can go
                wrong there is an answer of its own, not a failure.

                Agents get the code in the trailer `fleetgram-code` of a gRPC call and the trace id in `fleetgram-trace`. A code
                that an agent does not know means to it that the controller is away: it goes on serving and asks again.

                This page is made from the code; a test compares the two.

                | code | meaning | what to do |
                |---|---|---|
                """);
        for (var error : AgentError.values()) {
            page.append("| `%s` | %s | %s |\n".formatted(error, error.meaning(), error.remedy()));
        }
        return page.toString();
    }
}
