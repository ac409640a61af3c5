package io.fleetgram.bot.traffic;

/** What a batch is to the one that was booked last in its epoch. */
public sealed interface BatchFollowing {

    /** It comes next. */
    record Next() implements BatchFollowing {}

    /** It was booked before. */
    record Repeat() implements BatchFollowing {}

    /** It has the number of the last one and other bytes; what was booked stays. */
    record Altered() implements BatchFollowing {}

    /** The node keeps batches before it that are not booked here, as after a database was put back: they come first. */
    record BeforeItsTurn() implements BatchFollowing {}

    /**
     * Batches are missing before it, and the node has them no more. It is booked all the same, because waiting would bring nothing back.
     *
     * @param expected the number that would have come next
     */
    record AfterGap(long expected) implements BatchFollowing {}

    /**
     * Judges a batch by the last one that was booked; sequence 0 stands for none.
     *
     * @param nothingKeptFrom the node keeps nothing with a number from this one up to before the batch's own; 0 if it does
     *     not say
     */
    static BatchFollowing judge(
            SealedBatch batch, long lastSequence, SealedBatch.Digest lastDigest, long nothingKeptFrom) {
        if (batch.sequence() == lastSequence && !batch.digest().equals(lastDigest)) {
            return new Altered();
        }
        if (batch.sequence() <= lastSequence) {
            return new Repeat();
        }
        if (batch.sequence() == lastSequence + 1) {
            return new Next();
        }
        return nothingKeptFrom > lastSequence + 1 ? new BeforeItsTurn() : new AfterGap(lastSequence + 1);
    }
}
