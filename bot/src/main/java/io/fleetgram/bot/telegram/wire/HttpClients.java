package io.fleetgram.bot.telegram.wire;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;

/** HTTP clients of our own: the library's allow five requests at once and keep their threads for ever. */
final class HttpClients {

    private static final int REQUESTS_AT_ONCE = 64;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration READ = Duration.ofSeconds(20);
    private static final Duration WRITE = Duration.ofSeconds(60);
    private static final Duration CALL = Duration.ofSeconds(90);
    private static final Duration POLL_GRACE = Duration.ofSeconds(10);

    private HttpClients() {}

    /** For everything but polling. */
    static OkHttpClient calls(TelegramServer server) {
        return builder(server)
                .readTimeout(READ)
                .writeTimeout(WRITE)
                .callTimeout(CALL)
                .build();
    }

    /** For polling alone: it waits longer than Telegram holds a poll open. */
    static OkHttpClient polls(TelegramServer server, Interceptor watch) {
        return builder(server)
                .readTimeout(server.pollTimeout().plus(POLL_GRACE))
                .addInterceptor(watch)
                .build();
    }

    /** Ends what is under way and lets go of every connection and thread. */
    static void close(OkHttpClient client) {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdownNow();
        client.connectionPool().evictAll();
    }

    private static OkHttpClient.Builder builder(TelegramServer server) {
        var dispatcher = new Dispatcher(Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("telegram-http-", 0).factory()));
        dispatcher.setMaxRequests(REQUESTS_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(REQUESTS_AT_ONCE);
        // By itself the client would send a message again whose answer was lost, and nobody would learn of it.
        var builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectTimeout(CONNECT)
                .retryOnConnectionFailure(false);
        server.proxyServer().ifPresent(builder::proxy);
        server.proxy().filter(uri -> uri.getUserInfo() != null).ifPresent(uri -> logIn(builder, uri));
        return builder;
    }

    /** An HTTP proxy asks in the protocol; for SOCKS the JDK asks its authenticator. */
    private static void logIn(OkHttpClient.Builder builder, URI proxy) {
        var login = proxy.getUserInfo().split(":", 2);
        var password = login.length > 1 ? login[1] : "";
        if (proxy.getScheme().startsWith("socks")) {
            Authenticator.setDefault(new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication(login[0], password.toCharArray());
                }
            });
            return;
        }
        builder.proxyAuthenticator((route, response) -> response.request().header("Proxy-Authorization") != null
                ? null
                : response.request()
                        .newBuilder()
                        .header("Proxy-Authorization", Credentials.basic(login[0], password))
                        .build());
    }
}
