package io.fleetgram.bot.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetgram.bot.release.Schema.Bond;
import io.fleetgram.bot.release.Schema.Column;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** O4: what a migration must not do to the release before it is found and named. */
class SchemaTest {

    private static final Column NAME = new Column("varchar(64)", false, true);
    private static final Column KIND = new Column("enum('A','B')", false, true);
    private static final Column NOTE = new Column("varchar(10)", true, false);
    private static final Schema RELEASED =
            new Schema(Map.of("node", Map.of("name", NAME, "kind", KIND, "note", NOTE)), Set.of());

    @Test
    void what_only_adds_takes_nothing_away() {
        var grown = with(
                "node",
                Map.of(
                        "name",
                        NAME,
                        "kind",
                        KIND,
                        "note",
                        new Column("varchar(500)", true, false),
                        "weight",
                        new Column("int", false, false)));
        assertThat(RELEASED.takenAwayBy(RELEASED)).isEmpty();
        assertThat(RELEASED.takenAwayBy(grown)).isEmpty();
    }

    @Test
    void a_table_or_column_that_is_gone_or_has_another_name_is_named() {
        assertThat(RELEASED.takenAwayBy(new Schema(Map.of(), Set.of()))).containsExactly("table node is gone");
        assertThat(RELEASED.takenAwayBy(with("node", Map.of("title", NOTE, "kind", KIND, "note", NOTE))))
                .containsExactly("column node.name is gone");
    }

    @Test
    void a_new_column_that_every_row_must_name_is_named() {
        assertThat(RELEASED.takenAwayBy(changed("weight", new Column("int", false, true))))
                .containsExactly("new column node.weight is NOT NULL without a default");
    }

    @Test
    void another_type_and_a_new_word_of_an_enum_are_named() {
        assertThat(RELEASED.takenAwayBy(changed("kind", new Column("enum('A','B','C')", false, true))))
                .containsExactly("column node.kind was enum('A','B') and is enum('A','B','C')");
        assertThat(RELEASED.takenAwayBy(changed("note", new Column("varchar(9)", true, false))))
                .containsExactly("column node.note was varchar(10) and is varchar(9)");
    }

    @Test
    void a_column_that_is_stricter_than_it_was_is_named() {
        assertThat(RELEASED.takenAwayBy(changed("note", new Column("varchar(10)", false, false))))
                .containsExactly("column node.note may not be NULL any more");
        var lax = new Schema(Map.of("node", Map.of("kind", new Column("int", false, false))), Set.of());
        assertThat(lax.takenAwayBy(with("node", Map.of("kind", new Column("int", false, true)))))
                .containsExactly("column node.kind has lost its default");
    }

    @Test
    void what_newly_refuses_rows_is_named_unless_it_looks_at_new_columns() {
        var unique = new Bond("node", "unique key", "name");
        var onNew = new Bond("node", "check", "`weight` > 0");
        var bonds = Set.of(unique, onNew, new Bond("other", "unique key", "id"));
        var newer =
                new Schema(changed("weight", new Column("int", false, false)).tables(), bonds);
        assertThat(RELEASED.takenAwayBy(newer)).containsExactly("new unique key on node: name");
    }

    private static Schema changed(String name, Column column) {
        var columns = new HashMap<>(RELEASED.tables().get("node"));
        columns.put(name, column);
        return with("node", columns);
    }

    private static Schema with(String table, Map<String, Column> columns) {
        return new Schema(Map.of(table, columns), Set.of());
    }
}
