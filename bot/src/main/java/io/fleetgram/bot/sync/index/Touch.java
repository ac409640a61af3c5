package io.fleetgram.bot.sync.index;

import io.fleetgram.bot.sync.StateEntry.Scope;
import io.fleetgram.shared.EntryKey;

/**
 * A key that the change log names under a version.
 *
 * @param scope the nodes that the row names; a key that leaves one node for another has a row for each
 */
public record Touch(long version, EntryKey key, Scope scope) {

    /** Returns a touch of a key with the scope that such keys have when the row names no node. */
    public static Touch of(long version, EntryKey key) {
        return new Touch(
                version,
                key,
                switch (key) {
                    case EntryKey.OfInbound inbound -> new Scope.Offering(inbound.inbound());
                    case EntryKey.UserOnInbound user -> new Scope.Offering(user.inbound());
                    case EntryKey.OfNode node -> new Scope.OnNode(node.node());
                });
    }
}
