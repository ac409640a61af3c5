package io.fleetgram.agent.converge;

import io.fleetgram.agent.core.Account;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How the users of one inbound differ from the desired ones.
 *
 * @param inCore whether the core has this inbound at all; where it has not, every desired user is missing
 * @param asDesired e-mails, as all lists here, in order
 * @param missing desired, and not in the core
 * @param notDesired in the core all the same
 * @param other in the core with another credential than the desired one
 */
public record UserDrift(
        String tag,
        boolean inCore,
        List<String> asDesired,
        List<String> missing,
        List<String> notDesired,
        List<String> other) {

    /** Compares what a core has with a desired state, inbound by inbound. */
    public static List<UserDrift> of(Desired desired, Map<String, Map<String, Account>> actual) {
        var target = Target.of(desired);
        var tags = new TreeSet<>(actual.keySet());
        tags.addAll(target.inbounds().keySet());
        return tags.stream()
                .map(tag -> of(tag, actual.containsKey(tag), target.usersOf(tag), actual.getOrDefault(tag, Map.of())))
                .toList();
    }

    private static UserDrift of(String tag, boolean inCore, Map<String, Account> desired, Map<String, Account> actual) {
        var emails = new TreeSet<>(desired.keySet());
        emails.addAll(actual.keySet());
        var drift =
                new UserDrift(tag, inCore, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (var email : emails) {
            var wanted = desired.get(email);
            var present = actual.get(email);
            if (present == null) {
                drift.missing.add(email);
            } else if (wanted == null) {
                drift.notDesired.add(email);
            } else if (wanted.equals(present)) {
                drift.asDesired.add(email);
            } else {
                drift.other.add(email);
            }
        }
        return drift;
    }
}
