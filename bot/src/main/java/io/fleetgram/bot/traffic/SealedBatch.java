package io.fleetgram.bot.traffic;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * What a node counted, sealed by its agent before it was first sent, and never changed since.
 *
 * @param sequence 1, 2, 3 … within the epoch
 * @param digest SHA-256 over the bytes as they were sealed
 */
public record SealedBatch(Epoch epoch, long sequence, Digest digest, List<Row> rows, List<OutboundRow> outbounds) {

    /** One run of an agent: 16 random bytes. */
    public record Epoch(String hex) {
        public static final int BYTES = 16;

        public static Epoch of(byte[] bytes) {
            return new Epoch(HexFormat.of().formatHex(bytes));
        }

        public byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    /** SHA-256, by which a repeat is told from something else under the same number. */
    public record Digest(String hex) {
        public static Digest of(byte[] bytes) {
            return new Digest(HexFormat.of().formatHex(bytes));
        }

        public byte[] bytes() {
            return HexFormat.of().parseHex(hex);
        }
    }

    /**
     * What one user of the core moved within one hour.
     *
     * @param userKey the core's e-mail
     * @param hour hours since the Unix epoch, as the agent knew the time
     * @param uplink bytes from the client, unsigned
     * @param downlink bytes to the client, unsigned
     */
    public record Row(String userKey, int hour, long uplink, long downlink) {}

    /**
     * What left the node through one outbound of the core within one hour.
     *
     * @param hour hours since the Unix epoch, as the agent knew the time
     * @param uplink bytes sent out, unsigned
     * @param downlink bytes received, unsigned
     */
    public record OutboundRow(String tag, int hour, long uplink, long downlink) {}

    public SealedBatch {
        rows = List.copyOf(rows);
        outbounds = List.copyOf(outbounds);
    }

    /** Returns the names of all users in it, each once. */
    public List<String> userKeys() {
        return Arrays.asList(rows.stream().map(Row::userKey).distinct().toArray(String[]::new));
    }
}
