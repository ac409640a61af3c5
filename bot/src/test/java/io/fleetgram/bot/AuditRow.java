package io.fleetgram.bot;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An entry of the audit as it lies in the database. */
public record AuditRow(String actor, String action, String subject, Optional<String> before, Optional<String> after) {

    /** Returns every entry, oldest first. */
    public static List<AuditRow> all(JdbcClient database) {
        return database.sql("SELECT actor, action, subject, before_json, after_json FROM audit_entry ORDER BY id")
                .query((row, number) -> new AuditRow(
                        row.getString("actor"),
                        row.getString("action"),
                        row.getString("subject"),
                        Optional.ofNullable(row.getString("before_json")),
                        Optional.ofNullable(row.getString("after_json"))))
                .list();
    }

    public static AuditRow last(JdbcClient database) {
        return all(database).getLast();
    }
}
