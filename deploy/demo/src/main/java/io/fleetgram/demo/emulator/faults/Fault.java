package io.fleetgram.demo.emulator.faults;

import java.util.Optional;

/**
 * One thing that goes wrong.
 *
 * @param id given by the emulator
 * @param method the Bot API method it strikes, in any letter case; empty for all
 * @param chat the {@code chat_id} it strikes; empty for all
 * @param count how often it still strikes; negative for until it is cleared
 * @param until Unix milliseconds after which it is over, 0 for never
 */
public record Fault(long id, Trouble trouble, String method, String chat, int count, long until) {

    /** What happens to a request that is struck. */
    public sealed interface Trouble {

        /** 429; {@code retryAfter} in seconds. */
        record RateLimit(int retryAfter) implements Trouble {}

        /** An error answer with this status; {@code html} as a proxy in front of the server gives it. */
        record Failure(int status, String description, boolean html) implements Trouble {}

        /** The connection is cut; nothing was done. Waiting polls are cut at once. */
        record Outage() implements Trouble {}

        /** The request is done, but the connection is cut before its answer. */
        record LostAnswer() implements Trouble {}

        /** The request is done late, or when the fault is cleared. */
        record Slow(int milliseconds) implements Trouble {}

        /** An update comes twice in one answer. */
        record DuplicateUpdate() implements Trouble {}
    }

    boolean strikes(String calledMethod, String calledChat) {
        return (method.isEmpty() || method.equalsIgnoreCase(calledMethod))
                && (chat.isEmpty() || chat.equals(calledChat));
    }

    /** The fault after one strike; nothing if that was its last. */
    Optional<Fault> struck() {
        if (count < 0) {
            return Optional.of(this);
        }
        return count <= 1 ? Optional.empty() : Optional.of(new Fault(id, trouble, method, chat, count - 1, until));
    }

    /** The trouble's name as programs write it, e.g. {@code lost_answer}. */
    public String kind() {
        return switch (trouble) {
            case Trouble.RateLimit rateLimit -> "rate_limit";
            case Trouble.Failure failure -> "error";
            case Trouble.Outage outage -> "outage";
            case Trouble.LostAnswer lostAnswer -> "lost_answer";
            case Trouble.Slow slow -> "slow";
            case Trouble.DuplicateUpdate duplicate -> "duplicate_update";
        };
    }
}
