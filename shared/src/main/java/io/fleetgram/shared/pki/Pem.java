package io.fleetgram.shared.pki;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The textual form of keys and certificates (RFC 7468). */
public final class Pem {

    public static final String CERTIFICATE = "CERTIFICATE";
    public static final String PRIVATE_KEY = "PRIVATE KEY";
    public static final String PUBLIC_KEY = "PUBLIC KEY";

    private static final int LINE = 64;
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN (?<label>[A-Z0-9 ]+)-----\\s*(?<body>[A-Za-z0-9+/=\\s]*)-----END \\k<label>-----");

    private Pem() {}

    /** Returns one block with lines of 64 characters, ended by a line feed. */
    public static String encode(String label, byte[] der) {
        var encoder = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(label, encoder.encodeToString(der), label);
    }

    /** Returns the DER bytes of every block with this label, in the order of the text; what is around them is skipped. */
    public static List<byte[]> decode(String label, String text) {
        var blocks = new ArrayList<byte[]>();
        var match = BLOCK.matcher(text);
        while (match.find()) {
            if (match.group("label").equals(label)) {
                blocks.add(Base64.getMimeDecoder().decode(match.group("body")));
            }
        }
        return blocks;
    }
}
