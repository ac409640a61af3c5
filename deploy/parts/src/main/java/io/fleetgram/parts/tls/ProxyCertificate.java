package io.fleetgram.parts.tls;

import io.fleetgram.parts.process.Command;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A self-signed certificate for localhost, made by the Java runtime's own keytool. */
public record ProxyCertificate(X509Certificate certificate, SSLContext context) {

    private static final String PASSWORD = "only-a-test";
    private static final String ALIAS = "proxy";

    public static ProxyCertificate make() {
        try {
            var directory = Files.createTempDirectory("fleetgram-proxy");
            var file = directory.resolve("proxy.p12");
            try {
                generate(file);
                return read(file);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the proxy's certificate cannot be made", e);
        }
    }

    private static void generate(Path file) {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var words = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=proxy",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD);
        var ended = new Command(words, Map.of(), Optional.empty()).run(Duration.ofMinutes(1));
        if (!ended.well()) {
            throw new IllegalStateException("keytool failed: " + ended.output());
        }
    }

    private static ProxyCertificate read(Path file) throws IOException {
        try {
            var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLSv1.3");
            context.init(keys.getKeyManagers(), null, null);
            return new ProxyCertificate((X509Certificate) store.getCertificate(ALIAS), context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the proxy's certificate cannot be read", e);
        }
    }
}
