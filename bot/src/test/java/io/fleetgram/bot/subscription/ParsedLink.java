package io.fleetgram.bot.subscription;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A share link as a client reads it; whatever a client would stumble over fails here too. */
public record ParsedLink(String scheme, String user, String host, int port, Map<String, String> query, String remark) {

    public static ParsedLink of(String link) {
        var uri = URI.create(link);
        if (uri.getRawUserInfo() == null || uri.getHost() == null || uri.getRawQuery() == null) {
            throw new IllegalArgumentException("a part is missing: " + link);
        }
        var query = new HashMap<String, String>();
        Arrays.stream(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", -1))
                .forEach(pair -> {
                    if (pair.length != 2 || query.put(pair[0], decode(pair[1])) != null) {
                        throw new IllegalArgumentException("a key without value, or twice: " + link);
                    }
                });
        return new ParsedLink(
                uri.getScheme(),
                uri.getRawUserInfo(),
                uri.getHost(),
                uri.getPort(),
                query,
                decode(uri.getRawFragment()));
    }

    /** A plus sign is itself: clients decode as JavaScript's decodeURIComponent does. */
    private static String decode(String encoded) {
        return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
