package io.fleetgram.agent.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.KnownUsers;
import io.fleetgram.agent.core.UserFact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserRecordFileTest {

    private static final CoreIdentity RUN = new CoreIdentity("boot", 12, 345);
    private static final Account ANNA = new Account.Vless(new UUID(0, 1), "");
    private static final Account BERT = new Account.Trojan("a word");

    @TempDir
    Path directory;

    @Test
    void the_next_agent_knows_what_this_one_noted() {
        var record = begun(Map.of("anna.k1", ANNA));
        record.note(List.of(new UserFact.Unsure("in", "bert.k1")));
        record.note(List.of(new UserFact.Has("in", "bert.k1", BERT), new UserFact.Lacks("in", "anna.k1")));
        record.note(List.of(new UserFact.Unsure("in", "carl.k1")));

        var known = record().of(RUN).orElseThrow();
        assertThat(known.of("in")).isEqualTo(Map.of("bert.k1", BERT));
        assertThat(known.unsureOf("in")).containsExactly("carl.k1");
    }

    @Test
    void it_says_nothing_of_another_run_of_the_core() {
        begun(Map.of("anna.k1", ANNA));
        assertThat(record().of(new CoreIdentity("boot", 12, 346))).isEmpty();
    }

    @Test
    void it_says_nothing_where_nothing_was_written() {
        assertThat(record().of(RUN)).isEmpty();
    }

    @Test
    void a_line_that_the_agent_died_over_counts_as_not_written() throws IOException {
        begun(Map.of("anna.k1", ANNA));
        Files.writeString(file(), "lacks in ann", StandardOpenOption.APPEND);
        assertThat(record().of(RUN).orElseThrow().of("in")).containsOnlyKeys("anna.k1");
    }

    @Test
    void damage_in_the_middle_makes_it_say_nothing() throws IOException {
        begun(Map.of("anna.k1", ANNA));
        Files.writeString(file(), "#!?\n", StandardOpenOption.APPEND);
        assertThat(record().of(RUN)).isEmpty();
    }

    @Test
    void beginning_anew_makes_a_long_record_short() throws IOException {
        var record = begun(Map.of("anna.k1", ANNA));
        assertThat(record.isLong()).isFalse();
        record.note(Collections.nCopies(20_000, new UserFact.Has("in", "anna.k1", ANNA)));
        assertThat(record.isLong()).isTrue();
        record.begin(RUN, record.of(RUN).orElseThrow());
        assertThat(record.isLong()).isFalse();
        assertThat(Files.readAllLines(file())).hasSize(2);
    }

    private UserRecordFile begun(Map<String, Account> users) {
        var known = new KnownUsers();
        known.replace("in", users);
        var record = record();
        record.begin(RUN, known);
        return record;
    }

    private UserRecordFile record() {
        return new UserRecordFile(file());
    }

    private Path file() {
        return directory.resolve("core.users");
    }
}
