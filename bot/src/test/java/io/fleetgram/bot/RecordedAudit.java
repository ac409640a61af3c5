package io.fleetgram.bot;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Remembers what was audited, and refuses what comes outside a transaction. */
public final class RecordedAudit implements Audit {

    private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

    @Override
    public void write(AuditEntry entry) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("audited outside the transaction of the change: " + entry);
        }
        entries.add(entry);
    }

    public List<AuditEntry> entries() {
        return List.copyOf(entries);
    }

    public AuditEntry last() {
        return entries.getLast();
    }
}
