package io.fleetgram.agent.command;

import java.util.regex.Pattern;

/** Takes secrets out of text that leaves the node. */
final class Secrets {

    static final String MASK = "***";

    /** A UUID in text form: what VLESS and VMess users show. */
    private static final Pattern UUID =
            Pattern.compile("(?i)\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b");
    /** Words that a secret stands behind, such as {@code password=…} or {@code "privateKey": "…"}. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)(\"?(?:password|passwd|secret|token|private-?_?key|psk|auth)\"?\\s*[:=]\\s*)(\"[^\"]*\"|[^\\s,;&\"]+)");
    /** 32 or more bytes in Base64 or hex, in one piece. */
    private static final Pattern KEY =
            Pattern.compile("(?<![A-Za-z0-9+/_=-])[A-Za-z0-9+/_-]{43,}={0,2}(?![A-Za-z0-9+/_=-])");

    private Secrets() {}

    static String masked(String text) {
        var named = NAMED.matcher(text).replaceAll("$1" + MASK);
        return KEY.matcher(UUID.matcher(named).replaceAll(MASK)).replaceAll(MASK);
    }
}
