package io.fleetgram.bot.telegram.config;

import io.fleetgram.bot.telegram.wire.TelegramServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the bot reaches Telegram.
 *
 * @param token as BotFather gave it; without token and file the controller runs without a chat
 * @param tokenFile a file that holds the token alone
 * @param url Bot API server: scheme, host, port
 * @param proxy {@code http://host:port} or {@code socks5://host:port}, with {@code user:password@} where needed
 * @param pollTimeout how long Telegram holds a poll open, 1 to 50 s
 */
@ConfigurationProperties("fleetgram.telegram")
public record TelegramSettings(
        @DefaultValue("") String token,
        @DefaultValue("") String tokenFile,
        @DefaultValue("https://api.telegram.org") URI url,
        @DefaultValue("") String proxy,
        @DefaultValue("50s") Duration pollTimeout) {

    private static final Set<String> PROXIES = Set.of("http", "socks5");

    public TelegramSettings {
        require(
                token.isEmpty() || tokenFile.isEmpty(),
                "fleetgram.telegram.token and fleetgram.telegram.token-file are both set; keep one");
        require(
                Set.of("http", "https").contains(String.valueOf(url.getScheme()))
                        && url.getHost() != null
                        && (url.getPath().isEmpty() || url.getPath().equals("/")),
                "fleetgram.telegram.url has the form https://host:port, without a path");
        require(
                pollTimeout.compareTo(Duration.ofSeconds(1)) >= 0 && pollTimeout.compareTo(Duration.ofSeconds(50)) <= 0,
                "fleetgram.telegram.poll-timeout is from 1s to 50s");
        if (!proxy.isEmpty()) {
            var uri = URI.create(proxy);
            require(
                    PROXIES.contains(String.valueOf(uri.getScheme())) && uri.getHost() != null && uri.getPort() > 0,
                    "fleetgram.telegram.proxy has the form http://host:port or socks5://host:port");
        }
    }

    /** Returns the server to talk to, if there is a token. */
    Optional<TelegramServer> server() {
        var wanted = tokenFile.isEmpty() ? token : read(Path.of(tokenFile));
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        require(
                wanted.matches("\\d{1,18}:[A-Za-z0-9_-]+"),
                "the Telegram token does not have the form that BotFather gives: a number, a colon, letters");
        return Optional.of(new TelegramServer(
                url, wanted, Optional.of(proxy).filter(text -> !text.isEmpty()).map(URI::create), pollTimeout));
    }

    /** Leaves the token and the proxy's password out. */
    @Override
    public String toString() {
        return "TelegramSettings[" + url + "]";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("fleetgram.telegram.token-file cannot be read: " + e, e);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
