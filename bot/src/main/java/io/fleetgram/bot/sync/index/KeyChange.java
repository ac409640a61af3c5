package io.fleetgram.bot.sync.index;

import io.fleetgram.bot.sync.StateEntry;
import java.util.Optional;

/**
 * One key's change in one version.
 *
 * @param present what the key was when the change was read; empty if it was to be removed
 */
record KeyChange(Touch touch, Past past, Optional<StateEntry> present) {

    long version() {
        return touch.version();
    }
}
