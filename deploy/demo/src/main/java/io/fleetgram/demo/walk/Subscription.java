package io.fleetgram.demo.walk;

import io.fleetgram.demo.stack.Web;
import io.fleetgram.parts.traffic.ShareLink;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What a client app makes of a subscription link. */
public final class Subscription {

    private Subscription() {}

    /** Fetches the link and reads the share links in it; an {@link AssertionError} if that is not what it holds. */
    public static List<ShareLink> links(URI link) {
        var answer = Web.get(link).orElseThrow(() -> new AssertionError("nobody answers at " + link));
        if (answer.statusCode() != 200) {
            throw new AssertionError(link + " answers " + answer.statusCode());
        }
        var text = new String(Base64.getMimeDecoder().decode(answer.body()), StandardCharsets.UTF_8);
        return text.lines()
                .filter(line -> !line.isBlank())
                .map(ShareLink::parse)
                .toList();
    }
}
