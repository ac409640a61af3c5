package io.fleetgram.bot.subscription.http;

import io.fleetgram.bot.accounts.SubscriptionToken;
import io.fleetgram.bot.subscription.Profile;
import io.fleetgram.bot.subscription.Subscription;
import io.fleetgram.bot.subscription.app.Subscriptions;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers {@code GET /sub/<token>} (and HEAD): share links, one a line, in Base64 or with {@code ?format=plain} as they
 * are. What is unknown, rotated or deleted gets one and the same 404.
 */
@RestController
class SubscriptionEndpoint {

    private static final String BASE64 = "base64";
    private static final String PLAIN = "plain";

    private final Subscriptions subscriptions;
    private final SubscriptionHeaders headers;

    SubscriptionEndpoint(Subscriptions subscriptions, Profile profile) {
        this.subscriptions = subscriptions;
        this.headers = new SubscriptionHeaders(profile);
    }

    @GetMapping("/sub/{token}")
    ResponseEntity<byte[]> fetch(@PathVariable String token, @RequestParam(defaultValue = BASE64) String format) {
        return switch (format) {
            case BASE64, PLAIN ->
                subscriptions
                        .find(new SubscriptionToken(token))
                        .map(found ->
                                ResponseEntity.ok().headers(headers.of(found)).body(body(found, format)))
                        .orElseGet(() -> answer(HttpStatus.NOT_FOUND, "Not found\n"));
            default -> answer(HttpStatus.BAD_REQUEST, "format is base64 or plain\n");
        };
    }

    private static byte[] body(Subscription subscription, String format) {
        var links = String.join("\n", subscription.links()).getBytes(StandardCharsets.UTF_8);
        return format.equals(PLAIN) ? links : Base64.getEncoder().encode(links);
    }

    private static ResponseEntity<byte[]> answer(HttpStatus status, String text) {
        return ResponseEntity.status(status)
                .headers(SubscriptionHeaders.plain())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
