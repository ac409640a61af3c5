package io.fleetgram.bot.inbounds;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The inbounds of the fleet, as the database holds them. */
public interface Inbounds {

    /** Returns an inbound that is not deleted. */
    Optional<Inbound> find(InboundKey key);

    /** Returns those of the named inbounds that are not deleted. */
    List<Inbound> find(Collection<InboundKey> keys);

    /** Returns every inbound that is not deleted, by tag. */
    List<Inbound> all();

    /** Returns whether there ever was an inbound, deleted ones included. */
    boolean everHadOne();

    /** Adds a new inbound. Call it inside a change of the desired state. */
    void add(Inbound inbound, Collection<Offer> offers);
}
