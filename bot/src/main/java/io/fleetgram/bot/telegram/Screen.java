package io.fleetgram.bot.telegram;

import io.fleetgram.bot.security.Capability;
import java.util.List;

/**
 * One screen of the chat. Reads and shows, changes nothing.
 *
 * <p>Implementations are package-private classes in the owning feature's {@code telegram} package, found as Spring
 * beans. The kit refuses to start when two screens, acts or dialogs have one name.
 */
public interface Screen {

    /** First part of its addresses: short, lower-case letters and digits. */
    String name();

    Capability needs();

    View show(Request request);

    /** Commands that open it without arguments, such as {@code nodes}; text after a command is its first argument. */
    default List<String> commands() {
        return List.of();
    }

    /** Where typed text leads when this is the live screen, such as a search; empty: the product's search. */
    default java.util.Optional<Address> typed(Request request, String text) {
        return java.util.Optional.empty();
    }
}
