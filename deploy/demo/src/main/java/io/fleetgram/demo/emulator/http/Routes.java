package io.fleetgram.demo.emulator.http;

import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.emulator.userside.Impossible;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Chooses an endpoint by verb and path; what cannot be done is answered with 400 and a reason. */
final class Routes implements Endpoint {

    /** An endpoint that also gets the groups of its path. */
    @FunctionalInterface
    interface Route {
        Answer serve(WebRequest request, MatchResult path) throws InterruptedException;
    }

    private record Entry(String verb, Pattern path, Route route) {}

    private final List<Entry> entries = new ArrayList<>();

    /** Adds a route; {@code path} is a regular expression. */
    Routes on(String verb, String path, Route route) {
        entries.add(new Entry(verb, Pattern.compile(path), route));
        return this;
    }

    @Override
    public Answer serve(WebRequest request) throws InterruptedException {
        boolean known = false;
        for (var entry : entries) {
            var match = entry.path().matcher(request.path());
            if (match.matches()) {
                known = true;
                if (entry.verb().equals(request.verb())) {
                    return serve(entry.route(), request, match);
                }
            }
        }
        return known
                ? error(405, request.verb() + " is not for " + request.path())
                : error(404, "nothing is at " + request.path() + "; see docs/emulator.md");
    }

    private static Answer serve(Route route, WebRequest request, MatchResult match) throws InterruptedException {
        try {
            return route.serve(request, match);
        } catch (Impossible impossible) {
            return error(400, impossible.reason());
        }
    }

    static Answer error(int status, String reason) {
        return Answer.json(status, Json.object().put("error", reason));
    }
}
