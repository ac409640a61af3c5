package io.fleetgram.agent.controller;

import io.fleetgram.agent.store.Credentials;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;

/**
 * The controllers of this node, one of which answers at a time.
 *
 * <p>Calls block, each at most for its deadline, and may come from several threads. A call that fails because no
 * controller could be reached has made the next call try the next one.
 */
public interface Controller extends AutoCloseable {

    /**
     * Asks what has changed; answered as soon as something has, else after the wait.
     *
     * @throws IOException if a snapshot could not be written to its draft
     */
    Answer<PollReply> poll(PollQuestion question, Drafts drafts) throws IOException;

    /**
     * Hands over the bytes of one sealed batch; the answer is the cursor of its epoch afterwards. A cursor below the batch's
     * number says that the batch was not booked, because the controller lost some before it.
     *
     * @param nothingKeptFrom the node keeps no batch of the epoch with a number from this one up to before the batch's own;
     *     0 leaves that open, and then the batch is booked in any case
     */
    Answer<Cursor> reportTraffic(byte[] batch, long nothingKeptFrom);

    /** Hands over a batch without saying what is kept before it. */
    default Answer<Cursor> reportTraffic(byte[] batch) {
        return reportTraffic(batch, 0);
    }

    /** Tells how this node is doing; the answer is the controller's time. */
    Answer<Instant> reportStatus(StatusReport report);

    /**
     * Says a word about a command; may be repeated. The answer is whether it may begin, if that was the word.
     */
    Answer<Boolean> complete(String command, CommandWord word);

    /** Asks for a new certificate by a PKCS#10 request; the answer is a chain, the node's certificate first. */
    Answer<List<X509Certificate>> renew(byte[] certificateRequest);

    /** Adds this node's next token by its SHA-256; the present one stays good until the next is used. */
    Answer<Boolean> rotateToken(byte[] tokenHash);

    /** Speaks with these credentials from the next call on. */
    void use(Credentials credentials);

    /** Ends every call that is under way; they come back as {@link Answer.Away}, as does every later one. */
    @Override
    void close();
}
