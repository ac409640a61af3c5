package io.fleetgram.bot.telegram.wire;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.telegram.telegrambots.meta.TelegramUrl;

/**
 * Which Bot API server the bot talks to, as whom, and how.
 *
 * @param url scheme, host and port, such as {@code https://api.telegram.org}; the library knows no path
 * @param proxy {@code http://host:port} or {@code socks5://host:port}, with {@code user:password@} if it wants a login
 * @param pollTimeout how long Telegram holds a poll open, at most 50 s
 */
public record TelegramServer(URI url, String token, Optional<URI> proxy, Duration pollTimeout) {

    TelegramUrl telegramUrl() {
        return TelegramUrl.builder()
                .schema(url.getScheme())
                .host(url.getHost())
                .port(port())
                .testServer(false)
                .build();
    }

    private int port() {
        if (url.getPort() > 0) {
            return url.getPort();
        }
        return url.getScheme().equals("https") ? 443 : 80;
    }

    Optional<Proxy> proxyServer() {
        return proxy.map(uri -> new Proxy(
                uri.getScheme().startsWith("socks") ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
                new InetSocketAddress(uri.getHost(), uri.getPort())));
    }

    /** The bot's id is the part of the token before the colon. */
    public long botId() {
        return Long.parseLong(token.substring(0, token.indexOf(':')));
    }

    /** Leaves the token and the proxy's password out. */
    @Override
    public String toString() {
        return "TelegramServer[" + url + ", " + proxy.map(URI::getHost).orElse("no proxy") + "]";
    }
}
