package io.fleetgram.bot.sync;

import java.util.List;

/** Takes sealed batches of traffic. The feature that books them plugs in here. */
public interface BatchReceiver {

    /** The highest batch of an epoch that is durable. */
    @SuppressWarnings("ArrayRecordComponent") // 16 bytes that are only passed on
    record Position(byte[] epoch, long sequence) {}

    /**
     * Books a batch, or finds that it was booked. Returns only when that is durable. A position below the batch's number
     * says that the batch was not booked: the node keeps others that come before it.
     *
     * @param nothingKeptFrom the node keeps no batch of the epoch with a number from this one up to before the batch's own;
     *     0 if it does not say
     * @throws CallRefused with INVALID_REQUEST if the bytes are no batch
     */
    Position receive(String nodeKey, byte[] sealedBatch, long nothingKeptFrom);

    /** Returns the positions of those of the named epochs that are known. */
    List<Position> positions(String nodeKey, List<byte[]> epochs);
}
