package io.fleetgram.bench.controller;

import io.fleetgram.bench.bare.Pki;
import io.fleetgram.shared.pki.Certificates;
import io.fleetgram.shared.pki.KeyPairs;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Many nodes in a process of their own, each with its TLS connection and its poll.
 *
 * <p>To each line {@code VERSION} it answers, once all of them hold that version, with a line of the moments at which they
 * came to hold it: {@link System#nanoTime}, which on Linux is one clock for all processes.
 */
public final class HerdMain {

    private static final int AT_ONCE = 50;

    private HerdMain() {}

    /** The arguments are the controller's port and a file that {@link #write} wrote. */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
        int port = Integer.parseInt(arguments[0]);
        var polls = new ArrayList<HerdPoll>();
        try (var in = new DataInputStream(Files.newInputStream(Path.of(arguments[1])))) {
            var authority = Certificates.fromDer(bytes(in));
            for (int left = in.readInt(); left > 0; left--) {
                var key = KeyPairs.privateKey(bytes(in));
                var certificate = Certificates.fromDer(bytes(in));
                var identity = new Pki.Identity(new KeyPair(certificate.getPublicKey(), key), certificate);
                polls.add(new HerdPoll(new Calls(port, identity, authority)));
            }
        }
        startFewAtOnce(polls);
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            long version = Long.parseLong(line);
            var moments = new ArrayList<Long>();
            for (var poll : polls) {
                moments.add(poll.awaitHolding(version));
            }
            System.out.println(moments.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
        System.exit(0);
    }

    /** A controller ends handshakes that take too long, as they would if all came at once. */
    private static void startFewAtOnce(List<HerdPoll> polls) throws InterruptedException {
        for (int from = 0; from < polls.size(); from += AT_ONCE) {
            var some = polls.subList(from, Math.min(polls.size(), from + AT_ONCE));
            some.forEach(HerdPoll::start);
            for (var poll : some) {
                var unused = poll.awaitHolding(0);
            }
        }
    }

    /** Keeps identities for a herd. The file holds private keys of nodes that live as long as the benchmark. */
    static void write(Path file, X509Certificate authority, List<Pki.Identity> identities) throws IOException {
        try (var out = new DataOutputStream(Files.newOutputStream(file))) {
            bytes(out, Certificates.toDer(authority));
            out.writeInt(identities.size());
            for (var identity : identities) {
                bytes(out, identity.keys().getPrivate().getEncoded());
                bytes(out, Certificates.toDer(identity.certificate()));
            }
        }
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
