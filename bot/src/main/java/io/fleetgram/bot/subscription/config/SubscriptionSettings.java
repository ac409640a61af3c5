package io.fleetgram.bot.subscription.config;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How clients reach their documents.
 *
 * @param publicUrl where clients reach this controller or what stands before it; links begin with it
 * @param title name that clients show for the subscription, at most 25 characters
 * @param updateHours how often clients ask again, 1 to 168 hours
 */
@ConfigurationProperties("fleetgram.subscription")
public record SubscriptionSettings(
        @DefaultValue("http://localhost:8080") URI publicUrl,
        @DefaultValue("Fleetgram") String title,
        @DefaultValue("12") int updateHours) {

    private static final int LONGEST_TITLE = 25;
    private static final int MOST_HOURS = 168;

    public SubscriptionSettings {
        if (title.isBlank() || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("fleetgram.subscription.title has 1 to 25 characters, not: " + title);
        }
        if (updateHours < 1 || updateHours > MOST_HOURS) {
            throw new IllegalArgumentException("fleetgram.subscription.update-hours is 1 to 168, not " + updateHours);
        }
    }
}
