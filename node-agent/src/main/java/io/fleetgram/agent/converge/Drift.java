package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.KnownUsers;
import io.fleetgram.agent.core.UserChange;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds what somebody else did to the users of a running core.
 *
 * <p>A core that lists its users is read back. To one that cannot, the users that it should have are sent again: who was
 * missing is back then, and who was added by somebody else is not seen.
 */
final class Drift {

    /** A core answers a few thousand needless additions a second, while users wait; more take turns. */
    static final int MOST_SENT = 5_000;

    private int turn;

    /** Counts the users that a core has or lacks against all that was known, on the inbounds that were known. */
    static int between(Held before, Held after) {
        return before.listeners().keySet().stream()
                .mapToInt(tag -> between(tag, before.users(), after.users()))
                .sum();
    }

    private static int between(String tag, KnownUsers before, KnownUsers after) {
        Set<String> emails = new HashSet<>(before.of(tag).keySet());
        emails.addAll(after.of(tag).keySet());
        return (int) emails.stream()
                .filter(email -> !before.unsureOf(tag).contains(email))
                .filter(email ->
                        !Objects.equals(before.of(tag).get(email), after.of(tag).get(email)))
                .count();
    }

    /** Returns the additions that put back whoever is missing: of everybody, or of those whose turn it is. */
    List<UserChange> toSendAgain(Held held) {
        var all = held.listeners().keySet().stream()
                .flatMap(tag -> known(tag, held.users()))
                .toList();
        int from = turn < all.size() ? turn : 0;
        int to = Math.min(all.size(), from + MOST_SENT);
        turn = to;
        return all.subList(from, to);
    }

    private static Stream<UserChange> known(String tag, KnownUsers users) {
        return users.of(tag).entrySet().stream()
                .filter(user -> !users.unsureOf(tag).contains(user.getKey()))
                .map(user -> add(tag, user.getKey(), user.getValue()));
    }

    private static UserChange add(String tag, String email, Account account) {
        return new UserChange.Add(tag, email, account);
    }
}
