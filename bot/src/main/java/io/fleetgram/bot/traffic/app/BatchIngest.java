package io.fleetgram.bot.traffic.app;

import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.traffic.BatchAltered;
import io.fleetgram.bot.traffic.BatchFollowing;
import io.fleetgram.bot.traffic.Booking;
import io.fleetgram.bot.traffic.OutboundCell;
import io.fleetgram.bot.traffic.SealedBatch;
import io.fleetgram.bot.traffic.TrafficGap;
import io.fleetgram.bot.traffic.TrafficLedger;
import io.fleetgram.bot.traffic.TrafficLedger.Cursor;
import io.fleetgram.bot.traffic.TrafficUnclaimed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.ApplicationEventPublisher;

/** Books each batch once, whatever is repeated, reordered or lost on the way. */
public final class BatchIngest {

    private static final int KEYS_NAMED = 5;

    private final TrafficLedger ledger;
    private final Transactions transactions;
    private final InstantSource time;
    private final ApplicationEventPublisher events;

    public BatchIngest(
            TrafficLedger ledger, Transactions transactions, InstantSource time, ApplicationEventPublisher events) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.time = time;
        this.events = events;
    }

    /**
     * Returns the number of the epoch's last booked batch, which is below this one's if others come first. A repeat is answered only after a transaction that wrote the
     * cursor itself: what another transaction committed may be seen before it is on disk.
     *
     * @param nothingKeptFrom the node keeps nothing with a number from this one up to before the batch's own; 0 if it does
     *     not say
     */
    public long take(String nodeKey, SealedBatch batch, long nothingKeptFrom) {
        return transactions.write(() -> {
            var now = time.instant();
            var cursor = ledger.claim(nodeKey, batch.epoch(), now);
            return switch (BatchFollowing.judge(batch, cursor.sequence(), cursor.digest(), nothingKeptFrom)) {
                case BatchFollowing.Repeat repeat -> cursor.sequence();
                case BatchFollowing.BeforeItsTurn early -> cursor.sequence();
                case BatchFollowing.Altered altered -> {
                    publish(new BatchAltered(nodeKey, batch.epoch(), batch.sequence()));
                    yield cursor.sequence();
                }
                case BatchFollowing.AfterGap gap -> {
                    publish(new TrafficGap(nodeKey, batch.epoch(), gap.expected(), batch.sequence()));
                    yield book(nodeKey, cursor, batch, now);
                }
                case BatchFollowing.Next next -> book(nodeKey, cursor, batch, now);
            };
        });
    }

    private long book(String nodeKey, Cursor cursor, SealedBatch batch, Instant now) {
        int hour = (int) Duration.between(Instant.EPOCH, now).toHours();
        var hours = new Booking.Hours(Math.min(cursor.reportedHour(), hour), hour);
        var booking = Booking.of(batch.rows(), ledger.owners(batch.userKeys()), hours);
        ledger.bookOutbounds(cursor, OutboundCell.of(batch.outbounds(), hours));
        ledger.book(cursor, batch, booking, now);
        if (!booking.unclaimed().isEmpty()) {
            publish(new TrafficUnclaimed(
                    nodeKey,
                    booking.unclaimed().size(),
                    booking.unclaimed().stream()
                            .map(Booking.Unclaimed::userKey)
                            .distinct()
                            .limit(KEYS_NAMED)
                            .toList()));
        }
        return batch.sequence();
    }

    private void publish(Object event) {
        transactions.afterCommit(() -> events.publishEvent(event));
    }
}
