package io.fleetgram.bot.sync.http;

import io.fleetgram.bot.sync.app.Tailer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says whether this controller can do its work: 200 while it can read the change log, else 503. Telegram being away is no
 * reason for 503, because nodes and subscriptions are served without it.
 */
@RestController
final class HealthEndpoint {

    private final Tailer tailer;

    HealthEndpoint(Tailer tailer) {
        this.tailer = tailer;
    }

    @GetMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> health() {
        return tailer.follows()
                ? ResponseEntity.ok("{\"status\":\"UP\"}")
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("{\"status\":\"DOWN\"}");
    }
}
