package io.fleetgram.bot.audit;

/** Writes audit entries. Must be called inside the transaction of the change. */
public interface Audit {

    void write(AuditEntry entry);
}
