package io.fleetgram.bot.traffic.jdbc;

import io.fleetgram.bot.traffic.Booking;
import io.fleetgram.shared.EntryKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the rows behind a core's e-mails, those of deleted accounts and inbounds too. */
@Component
final class UserKeys {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    UserKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Booking.Owner> owners(Collection<String> emails) {
        var users = new HashMap<String, EntryKey.UserOnInbound>();
        emails.forEach(email -> parse(email).ifPresent(user -> users.put(email, user)));
        var accounts = ids(
                "SELECT account_key, id FROM account WHERE account_key IN (:keys)",
                users.values().stream()
                        .map(EntryKey.UserOnInbound::account)
                        .distinct()
                        .toList());
        var inbounds = ids(
                "SELECT inbound_key, id FROM inbound WHERE inbound_key IN (:keys)",
                users.values().stream()
                        .map(EntryKey.UserOnInbound::inbound)
                        .distinct()
                        .toList());
        var owners = new HashMap<String, Booking.Owner>();
        users.forEach((email, user) -> {
            var account = accounts.get(user.account());
            var inbound = inbounds.get(user.inbound());
            if (account != null && inbound != null) {
                owners.put(email, new Booking.Owner(account, inbound));
            }
        });
        return owners;
    }

    private static Optional<EntryKey.UserOnInbound> parse(String email) {
        try {
            return Optional.of(EntryKey.parseEmail(email));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private Map<String, Long> ids(String sql, List<String> keys) {
        var ids = new HashMap<String, Long>();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            jdbc.sql(sql)
                    .param("keys", keys.subList(from, Math.min(keys.size(), from + AT_ONCE)))
                    .query(row -> {
                        ids.put(row.getString(1), row.getLong(2));
                    });
        }
        return ids;
    }
}
