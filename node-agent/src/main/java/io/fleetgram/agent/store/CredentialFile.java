package io.fleetgram.agent.store;

import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.KeyPairs;
import io.fleetgram.shared.pki.NodeToken;
import io.fleetgram.shared.pki.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Credentials in one file, so that they change all at once: lines of {@code name: value}, then the private key and the
 * chain in PEM; or, behind a proxy, the token among the lines, then the authority's certificate.
 */
public final class CredentialFile {

    /** What the file holds. */
    public sealed interface Content {

        record Present(Credentials credentials) implements Content {}

        /** There is no file: the node was never enrolled, or was removed. */
        record Missing() implements Content {}

        /** Why the file cannot be used. Never contains a secret. */
        record Damaged(String why) implements Content {}
    }

    private static final String TOKEN = "token";
    private static final String SINCE = "token-since";
    private static final String PROXY = "proxy";

    private CredentialFile() {}

    public static Content read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new Content.Missing();
        }
        var text = Files.readString(file, StandardCharsets.UTF_8);
        try {
            return new Content.Present(parse(text));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return new Content.Damaged(String.valueOf(e.getMessage()));
        }
    }

    public static void write(Path file, Credentials credentials) throws IOException {
        var text = new StringBuilder()
                .append("node-key: %s\n".formatted(credentials.nodeKey()))
                .append("node-name: %s\n".formatted(credentials.nodeName().replaceAll("\\s+", " ")))
                .append("controllers: %s\n"
                        .formatted(credentials.controllers().stream()
                                .map(ControllerAddress::toString)
                                .collect(Collectors.joining(","))));
        switch (credentials.proof()) {
            case Proof.ByCertificate certificate -> {
                text.append(Pem.encode(Pem.PRIVATE_KEY, certificate.privateKey().getEncoded()));
                certificate.chain().forEach(one -> text.append(pem(one)));
            }
            case Proof.ByToken token ->
                text.append("%s: %s\n".formatted(TOKEN, token.token().secret()))
                        .append("%s: %s\n".formatted(SINCE, token.since()))
                        .append("%s: %s\n".formatted(PROXY, token.proxy().text()))
                        .append(pem(token.authority()));
        }
        AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String pem(X509Certificate certificate) {
        return Pem.encode(Pem.CERTIFICATE, Certificates.toDer(certificate));
    }

    private static Credentials parse(String text) throws GeneralSecurityException {
        var headers = headers(text);
        return new Credentials(
                header(headers, "node-key"),
                header(headers, "node-name"),
                headers.containsKey(TOKEN) ? byToken(headers, text) : byCertificate(text),
                ControllerAddress.parseAll(header(headers, "controllers")));
    }

    private static Proof byToken(Map<String, String> headers, String text) throws GeneralSecurityException {
        var chain = Certificates.chainFromDer(Pem.decode(Pem.CERTIFICATE, text));
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("it has no certificate of an authority");
        }
        try {
            return new Proof.ByToken(
                    new NodeToken(header(headers, TOKEN)),
                    Instant.parse(header(headers, SINCE)),
                    chain.getLast(),
                    ProxyTrust.parse(header(headers, PROXY)));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("its line \"" + SINCE + "\" is no time", e);
        }
    }

    private static Proof byCertificate(String text) throws GeneralSecurityException {
        var keys = Pem.decode(Pem.PRIVATE_KEY, text);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("it has no private key");
        }
        var proof = new Proof.ByCertificate(
                KeyPairs.privateKey(keys.getFirst()), Certificates.chainFromDer(Pem.decode(Pem.CERTIFICATE, text)));
        if (!KeyPairs.match(new KeyPair(proof.certificate().getPublicKey(), proof.privateKey()))) {
            throw new IllegalArgumentException("its private key is not that of its certificate");
        }
        return proof;
    }

    private static Map<String, String> headers(String text) {
        var headers = new HashMap<String, String>();
        for (var line :
                text.lines().takeWhile(line -> !line.startsWith("-----")).toList()) {
            var parts = List.of(line.split(": ", 2));
            if (parts.size() == 2) {
                headers.put(parts.getFirst(), parts.getLast());
            }
        }
        return headers;
    }

    private static String header(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it has no line \"" + name + "\"");
        }
        return value;
    }
}
