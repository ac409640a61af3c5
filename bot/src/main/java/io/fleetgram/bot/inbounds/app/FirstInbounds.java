package io.fleetgram.bot.inbounds.app;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.inbounds.Inbound;
import io.fleetgram.bot.inbounds.Inbounds;
import io.fleetgram.bot.inbounds.Offer;
import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.DesiredState;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gives a new fleet its first inbounds, so that the first node has something to serve. */
public final class FirstInbounds {

    private final DesiredState desiredState;
    private final Inbounds inbounds;
    private final Audit audit;

    public FirstInbounds(DesiredState desiredState, Inbounds inbounds, Audit audit) {
        this.desiredState = desiredState;
        this.inbounds = inbounds;
        this.audit = audit;
    }

    /**
     * Adds the inbounds, offered everywhere, if there never was one. Of controllers that start at once one does it: the
     * others wait for the version row and then find them.
     *
     * @return how many were added
     */
    public int addIfNone(Supplier<List<Inbound>> first) {
        return desiredState.change(touched -> {
            if (inbounds.everHadOne()) {
                return 0;
            }
            var added = first.get();
            for (var inbound : added) {
                inbounds.add(inbound, List.of(new Offer.Everywhere()));
                touched.add(new ChangeRow.Inbound(inbound.key().text()));
                audit.write(new AuditEntry(
                        new AuditEntry.Actor.SystemActor("first start"),
                        "inbound.create",
                        "inbound:" + inbound.key(),
                        Optional.empty(),
                        Optional.of(InboundAudit.json(inbound))));
            }
            return added.size();
        });
    }
}
