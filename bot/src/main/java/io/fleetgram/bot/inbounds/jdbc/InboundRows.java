package io.fleetgram.bot.inbounds.jdbc;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

/** Reads and writes rows of {@code inbound}. */
interface InboundRows extends ListCrudRepository<InboundRow, Long> {

    List<InboundRow> findByInboundKeyInAndDeletedAtIsNullOrderByTag(Collection<String> keys);

    List<InboundRow> findByDeletedAtIsNullOrderByTag();
}
