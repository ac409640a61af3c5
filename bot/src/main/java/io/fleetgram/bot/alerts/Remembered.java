package io.fleetgram.bot.alerts;

import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered of one kind of alert on one node.
 *
 * @param detail of the newest
 * @param untoldSince when the first came that nobody was told of; set exactly if {@code untold} is not 0
 * @param untold how many nobody was told of
 * @param toldAt when operators were last told
 */
public record Remembered(
        AlertKind kind,
        String node,
        String detail,
        Instant lastAt,
        Optional<Instant> untoldSince,
        int untold,
        Optional<Instant> toldAt) {

    static Remembered first(Alert alert, int times, Instant now) {
        return new Remembered(
                alert.kind(), alert.node(), alert.detail(), now, Optional.of(now), times, Optional.empty());
    }

    Remembered again(Alert alert, int times, Instant now) {
        return new Remembered(
                kind, node, alert.detail(), now, Optional.of(untoldSince.orElse(now)), untold + times, toldAt);
    }

    Remembered told(Instant now) {
        return new Remembered(kind, node, detail, lastAt, Optional.empty(), 0, Optional.of(now));
    }

    boolean toldAfter(Instant moment) {
        return toldAt.filter(at -> at.isAfter(moment)).isPresent();
    }
}
