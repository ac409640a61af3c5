package io.fleetgram.demo.emulator.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** Serves the chat page and its parts. */
final class Page implements Endpoint {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    /** Nothing from elsewhere, no script in the page itself. */
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri"
                    + " 'none'; form-action 'none'",
            "X-Content-Type-Options",
            "nosniff",
            "Cache-Control",
            "no-cache");

    @Override
    public Answer serve(WebRequest request) {
        var name = request.path().equals("/") ? "chat.html" : request.path().substring(1);
        if (!name.matches("[a-z-]+\\.(html|css|js|svg)")) {
            return Routes.error(404, "nothing is at " + request.path());
        }
        return resource(name)
                .map(content -> new Answer(
                        200, TYPES.getOrDefault(name.substring(name.indexOf('.') + 1), ""), HEADERS, content, ""))
                .orElseGet(() -> Routes.error(404, "nothing is at " + request.path()));
    }

    private static Optional<byte[]> resource(String name) {
        try (var stream = Page.class.getResourceAsStream("/chat-page/" + name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
