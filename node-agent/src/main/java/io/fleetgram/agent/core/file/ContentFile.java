package io.fleetgram.agent.core.file;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.Configuration;
import io.fleetgram.agent.core.StartedWith;
import io.fleetgram.agent.core.UserFact;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a configuration file holds, written beside it so that nobody has to read the core's own form back. */
final class ContentFile {

    private ContentFile() {}

    /** Users are left out for a core that lists them itself. */
    static void write(Configuration configuration, int apiPort, boolean users, Writer out) throws IOException {
        line(out, new ContentLine.ApiAt(apiPort));
        for (var populated : configuration.inbounds()) {
            var inbound = populated.inbound();
            var tag = inbound.tag();
            line(out, new ContentLine.HasInbound(tag, inbound.port(), inbound.fingerprint()));
            if (users) {
                for (var user : populated.users().entrySet()) {
                    line(out, new ContentLine.OfUser(new UserFact.Has(tag, user.getKey(), user.getValue())));
                }
            }
        }
    }

    static Optional<Integer> apiPort(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var lines = Files.newBufferedReader(file)) {
            return lines.lines()
                    .map(ContentLine::parse)
                    .flatMap(line -> line instanceof ContentLine.ApiAt at
                            ? Optional.of(at.port()).stream()
                            : Optional.<Integer>empty().stream())
                    .findFirst();
        }
    }

    static Optional<StartedWith> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var listeners = new HashMap<String, StartedWith.Listener>();
        var users = new HashMap<String, Map<String, Account>>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                switch (ContentLine.parse(line)) {
                    case ContentLine.HasInbound has ->
                        listeners.put(has.tag(), new StartedWith.Listener(has.port(), has.fingerprint()));
                    case ContentLine.OfUser of -> {
                        if (of.fact() instanceof UserFact.Has has) {
                            users.computeIfAbsent(has.tag(), tag -> new HashMap<>())
                                    .put(has.email(), has.account());
                        }
                    }
                    case ContentLine.OfRun other -> {}
                    case ContentLine.ApiAt other -> {}
                }
            }
        }
        return Optional.of(new StartedWith(listeners, users));
    }

    private static void line(Writer out, ContentLine line) throws IOException {
        out.write(line.text());
        out.write('\n');
    }
}
