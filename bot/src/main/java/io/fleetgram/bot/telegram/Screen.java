package io.fleetgram.bot.telegram;

import io.fleetgram.bot.security.Capability;
import java.util.List;
import java.util.Optional;

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

    /**
     * Commands that open it, such as {@code nodes}; text after a command is its first argument, with its colons made
     * spaces. Each needs a description in {@code texts/commands.properties}, under {@code commands.nodes}.
     */
    default List<String> commands() {
        return List.of();
    }

    /** Where typed text leads when this is the live screen; empty: where the product's {@link Search} leads. */
    default Optional<Address> typed(Request request, String text) {
        return Optional.empty();
    }

    /** Returns whether a typed text is a web address: no list searches for one, {@link Search} knows what it leads to. */
    static boolean isLink(String text) {
        return text.matches("https?://\\S+");
    }
}
