package io.fleetgram.bot.subscription.http;

import io.fleetgram.bot.subscription.Profile;
import io.fleetgram.bot.subscription.Subscription;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** The headers that proxy clients look for in a subscription. */
record SubscriptionHeaders(Profile profile) {

    private static final MediaType TEXT = new MediaType("text", "plain", StandardCharsets.UTF_8);

    /** Headers of every answer: text that nobody keeps. */
    static HttpHeaders plain() {
        var headers = new HttpHeaders();
        headers.setContentType(TEXT);
        headers.setCacheControl("no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        return headers;
    }

    HttpHeaders of(Subscription subscription) {
        var headers = plain();
        // Total and expire are 0 where there is no limit.
        headers.set(
                "Subscription-Userinfo",
                "upload=%d; download=%d; total=0; expire=0".formatted(subscription.uplink(), subscription.downlink()));
        headers.set("Profile-Update-Interval", String.valueOf(profile.updateHours()));
        headers.set("Profile-Title", "base64:" + base64(profile.title()));
        headers.set(HttpHeaders.CONTENT_DISPOSITION, "attachment; " + fileName(profile.title()));
        return headers;
    }

    private static String fileName(String title) {
        if (title.matches("[A-Za-z0-9 ._-]+")) {
            return "filename=\"" + title + "\"";
        }
        return "filename*=UTF-8''"
                + URLEncoder.encode(title, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
