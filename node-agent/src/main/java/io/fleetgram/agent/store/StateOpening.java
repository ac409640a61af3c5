package io.fleetgram.agent.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the stored state when the agent starts, among what deaths and damage may have left.
 *
 * @param opened empty if there is no whole one
 * @param doubt why this may not be what was stored last; empty if it surely is
 */
record StateOpening(Optional<StateFile.Opened> opened, Optional<String> doubt) {

    /** Tries the files in this order; the one that is found takes the first one's name, damaged ones before it go aside. */
    static StateOpening among(List<Path> candidates) throws IOException {
        var doubts = new ArrayList<String>();
        var file = candidates.getFirst();
        for (var candidate : candidates) {
            if (candidate.equals(AtomicFile.beside(file)) && !doubts.isEmpty()) {
                // A draft beside a damaged file need not have been whole or meant.
                continue;
            }
            switch (StateFile.look(candidate)) {
                case StateFile.Look.Missing missing -> {}
                case StateFile.Look.Damaged damaged -> {
                    var aside = aside(candidate);
                    AtomicFile.rename(candidate, aside);
                    doubts.add("%s is damaged; it was moved to %s".formatted(candidate, aside));
                }
                case StateFile.Look.Whole whole -> {
                    if (!candidate.equals(file)) {
                        AtomicFile.rename(candidate, file);
                    }
                    if (whole.cut() > 0) {
                        doubts.add("the last %d bytes of %s were damaged and are cut off".formatted(whole.cut(), file));
                    }
                    return new StateOpening(Optional.of(whole.opened()), told(doubts));
                }
            }
        }
        return new StateOpening(
                Optional.empty(), doubts.isEmpty() ? Optional.of(LastGoodState.NOTHING_YET) : told(doubts));
    }

    private static Optional<String> told(List<String> doubts) {
        return doubts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", doubts));
    }

    private static Path aside(Path file) {
        return file.resolveSibling(file.getFileName() + ".damaged");
    }
}
