package io.fleetgram.parts.core.simulated;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The users of one inbound, found by e-mail in any case and by UUID.
 *
 * <p>As in the real core, a UUID given to a second e-mail is taken away from the first, silently, and goes when either goes.
 */
public final class InboundUsers {

    private static final String PREFIX = "proxy/vless: ";

    private final Map<String, CoreUser> byEmail = new LinkedHashMap<>();
    private final Map<UUID, CoreUser> byId = new LinkedHashMap<>();

    /** Empty when the user is in; else the core's own words why not. */
    public synchronized Optional<String> add(CoreUser user) {
        if (!user.email().isEmpty() && byEmail.putIfAbsent(key(user.email()), user) != null) {
            return Optional.of(PREFIX + "User " + user.email() + " already exists.");
        }
        byId.put(user.id(), user);
        return Optional.empty();
    }

    /** Empty when the user is out; else the core's own words why not. Live streams go on. */
    public synchronized Optional<String> remove(String email) {
        if (email.isEmpty()) {
            return Optional.of(PREFIX + "Email must not be empty.");
        }
        var removed = byEmail.remove(key(email));
        if (removed == null) {
            return Optional.of(PREFIX + "User " + email + " not found.");
        }
        byId.remove(removed.id());
        return Optional.empty();
    }

    synchronized Optional<CoreUser> withId(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    public synchronized Optional<CoreUser> withEmail(String email) {
        return Optional.ofNullable(byEmail.get(key(email)));
    }

    /** Those with an e-mail; the core lists and counts no others. */
    public synchronized List<CoreUser> all() {
        return List.copyOf(byEmail.values());
    }

    private static String key(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
