package io.fleetgram.bot.subscription;

import io.fleetgram.bot.accounts.SubscriptionToken;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes subscription links, and finds the token in one that somebody pasted. */
public final class SubscriptionLinks {

    private static final Pattern LINK = Pattern.compile("https?://\\S+/sub/([a-z0-9]{32})(?:[/?#]\\S*)?");

    private final String base;

    /**
     * @param publicUrl where clients reach the controller: http or https, perhaps with a path, without query
     * @throws IllegalArgumentException if it is anything else
     */
    public SubscriptionLinks(URI publicUrl) {
        var scheme = publicUrl.getScheme();
        boolean web = "https".equals(scheme) || "http".equals(scheme);
        if (!web || publicUrl.getHost() == null || publicUrl.getQuery() != null || publicUrl.getFragment() != null) {
            throw new IllegalArgumentException(
                    "fleetgram.subscription.public-url is an address like https://sub.example.org, not: " + publicUrl);
        }
        this.base = publicUrl.toString().replaceAll("/+$", "");
    }

    public String of(SubscriptionToken token) {
        return base + "/sub/" + token.text();
    }

    /** Returns the token if the whole text is a subscription link; its host does not matter, domains change. */
    public static Optional<SubscriptionToken> tokenIn(String text) {
        var link = LINK.matcher(text.strip());
        return link.matches() ? Optional.of(new SubscriptionToken(link.group(1))) : Optional.empty();
    }
}
