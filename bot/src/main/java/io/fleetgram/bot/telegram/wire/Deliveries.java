package io.fleetgram.bot.telegram.wire;

import io.fleetgram.bot.telegram.app.Delivery;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * What the library's exceptions mean. The descriptions are those of the Bot API server; the library leaves the error code
 * empty where the answer was not JSON (a gateway's page, a cut body).
 */
final class Deliveries {

    private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(5);

    private Deliveries() {}

    static Delivery of(TelegramApiException failure) {
        var answer = cause(failure, TelegramApiRequestException.class)
                .filter(request -> request.getErrorCode() != null && request.getErrorCode() > 0);
        return answer.map(Deliveries::answered).orElseGet(() -> away(failure));
    }

    /** An edit that changes nothing has reached its aim. */
    static boolean notModified(TelegramApiException failure) {
        return description(failure).contains("message is not modified");
    }

    /** The markup is malformed: without it the words can still be sent. */
    static boolean badMarkup(TelegramApiException failure) {
        return description(failure).contains("can't parse entities");
    }

    private static Delivery answered(TelegramApiRequestException failure) {
        var why = failure.getErrorCode() + " " + failure.getApiResponse();
        var description = description(failure);
        var parameters = Optional.ofNullable(failure.getParameters());
        var migrated = parameters.map(ResponseParameters::getMigrateToChatId);
        if (migrated.isPresent()) {
            return new Delivery.Migrated(migrated.get());
        }
        if (failure.getErrorCode() == 429) {
            return new Delivery.TooFast(parameters
                    .map(ResponseParameters::getRetryAfter)
                    .map(Duration::ofSeconds)
                    .orElse(DEFAULT_PAUSE));
        }
        // A wrong token or two pollers are faults of the setup, not of the message: it waits until they are mended.
        if (failure.getErrorCode() >= 500 || failure.getErrorCode() == 401 || failure.getErrorCode() == 409) {
            return new Delivery.Away(why, failure.getErrorCode() >= 500);
        }
        if (failure.getErrorCode() == 403 || description.contains("chat not found")) {
            return new Delivery.ChatDead(why);
        }
        return cannotBeEdited(description) ? new Delivery.TargetGone(why) : new Delivery.Refused(why);
    }

    private static boolean cannotBeEdited(String description) {
        return description.contains("message to edit not found")
                || description.contains("message can't be edited")
                || description.contains("message_id_invalid")
                || description.contains("there is no text in the message to edit")
                || description.contains("there is no media in the message to edit");
    }

    private static Delivery away(TelegramApiException failure) {
        var root = cause(failure, IOException.class);
        var why = root.map(Object::toString).orElseGet(failure::toString);
        return new Delivery.Away(why, root.map(Deliveries::perhapsSent).orElse(true));
    }

    /** Only a connection that never came about proves that nothing was sent. */
    private static boolean perhapsSent(IOException failure) {
        boolean unconnected = failure instanceof ConnectException
                || failure instanceof UnknownHostException
                || failure instanceof NoRouteToHostException
                || String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("connect timed out");
        return !unconnected;
    }

    private static String description(TelegramApiException failure) {
        return cause(failure, TelegramApiRequestException.class)
                .map(TelegramApiRequestException::getApiResponse)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
