package io.fleetgram.bot.sync.index;

import io.fleetgram.bot.sync.ChangeRow;
import io.fleetgram.bot.sync.StateEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one reading of the change log brought, seen at one moment.
 *
 * @param version the version of that moment
 * @param touches in the order of the log
 * @param present the present entries of the touched keys, by the text of their keys; a key that is not there is gone
 * @param offers the inbounds that each node offers, if they may have changed
 * @param resync nodes that need a snapshot
 * @param identity rows on certificates and removed nodes
 */
public record Advance(
        long version,
        List<Touch> touches,
        Map<String, StateEntry> present,
        Optional<Map<String, Set<String>>> offers,
        Set<String> resync,
        List<ChangeRow> identity) {}
