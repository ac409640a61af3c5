package io.fleetgram.bot.telegram;

import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.security.Operator;

/**
 * What one person asked for.
 *
 * @param operator who asks; the kit has already checked the capability that the screen or act needs
 * @param address what was asked for
 * @param texts the reader's language
 * @param actor the same person, for the audit
 */
public record Request(Operator operator, Address address, Texts texts, AuditEntry.Actor actor, TraceId trace) {

    /** Returns the same person's request for another address. */
    public Request at(Address other) {
        return new Request(operator, other, texts, actor, trace);
    }

    public boolean may(Capability capability) {
        return operator.may(capability);
    }

    public String argument(int index) {
        return address.argument(index);
    }
}
