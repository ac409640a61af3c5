package io.fleetgram.agent.core.process;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * An address to listen on, compared with those in {@code /proc/net/tcp} and {@code tcp6}: hexadecimal words of four bytes, each
 * in the machine's little-endian order (see proc_pid_net(5)).
 *
 * @param forms how those files write it; empty for every address
 */
record ListeningAddress(Set<String> forms) {

    private static final int WORD = 4;
    private static final String MAPPED = "0000000000000000FFFF0000";

    /** An empty text stands for every address; so does what is no address, for then nothing is known. */
    static ListeningAddress of(String text) {
        if (text.isEmpty()) {
            return new ListeningAddress(Set.of());
        }
        try {
            var address = InetAddress.getByName(text);
            if (address.isAnyLocalAddress()) {
                return new ListeningAddress(Set.of());
            }
            var words = words(address.getAddress());
            return new ListeningAddress(words.length() == 2 * WORD ? Set.of(words, MAPPED + words) : Set.of(words));
        } catch (UnknownHostException unclear) {
            return new ListeningAddress(Set.of());
        }
    }

    /** Returns whether a listener on that address takes streams for this one. */
    boolean meets(String listening) {
        return forms.isEmpty() || forms.contains(listening.toUpperCase(Locale.ROOT)) || listening.matches("0+");
    }

    private static String words(byte[] address) {
        var text = new StringBuilder();
        for (int word = 0; word < address.length; word += WORD) {
            for (int at = word + WORD - 1; at >= word; at--) {
                text.append(HexFormat.of().withUpperCase().toHexDigits(address[at]));
            }
        }
        return text.toString();
    }
}
