package io.fleetgram.parts.traffic;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.fleetgram.parts.cache.PartsCache;
import io.fleetgram.parts.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A TLS 1.3 site on the loopback address that a REALITY inbound can pretend to be, where no site of the wide world can be reached. It answers
 * {@code GET /bytes/N} with N zero bytes.
 */
public final class TlsSite implements AutoCloseable {

    private static final String PASSWORD = "of-a-site-on-loopback";

    private final HttpsServer server;
    private final String name;

    private TlsSite(HttpsServer server, String name) {
        this.server = server;
        this.name = name;
    }

    /** Serves under a host name, with a certificate of its own making, on a free port. */
    public static TlsSite start(String name) {
        return start(name, 0);
    }

    /** As {@link #start(String)}, on this port. */
    public static TlsSite start(String name, int port) {
        try {
            var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(context(name)));
            ByteTarget.serveBytes(server);
            server.start();
            return new TlsSite(server, name);
        } catch (IOException e) {
            throw new UncheckedIOException("No TLS site on the loopback address", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No certificate for " + name, e);
        }
    }

    private static SSLContext context(String name) throws IOException, GeneralSecurityException {
        var directory = Files.createTempDirectory("fleetgram-site");
        try {
            var file = directory.resolve("site.p12");
            makeKey(name, file);
            var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } finally {
            PartsCache.delete(directory);
        }
    }

    private static void makeKey(String name, Path file) throws IOException {
        var made = Command.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "san=dns:" + name,
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-keystore",
                        file.toString())
                .run(Duration.ofMinutes(1));
        if (!made.well()) {
            throw new IOException("keytool made no key: " + made.output());
        }
    }

    public String name() {
        return name;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
