package io.fleetgram.demo.emulator.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fleetgram.demo.emulator.botapi.Json;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.faults.Fault;
import io.fleetgram.demo.emulator.faults.Fault.Trouble;
import io.fleetgram.demo.emulator.faults.Faults;
import io.fleetgram.demo.emulator.userside.Impossible;

/** Putting faults in force, and ending them. */
final class FaultRoutes {
    private final World world;
    private final Faults faults;

    FaultRoutes(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/emulator/faults", (request, path) -> world.turn(this::list))
                .on("POST", "/emulator/faults", (request, path) -> world.turn(() -> add(Given.of(request))))
                .on(
                        "DELETE",
                        "/emulator/faults",
                        (request, path) -> world.turn(() -> {
                            faults.clear();
                            return list();
                        }))
                .on(
                        "DELETE",
                        "/emulator/faults/(\\d{1,18})",
                        (request, path) -> world.turn(() -> {
                            if (!faults.clear(Long.parseLong(path.group(1)))) {
                                throw new Impossible("there is no fault " + path.group(1));
                            }
                            return list();
                        }));
    }

    private Answer list() {
        var answer = Json.object();
        var list = answer.putArray("faults");
        faults.inForce().forEach(fault -> list.add(view(fault)));
        return Answer.json(200, answer);
    }

    private Answer add(Given given) {
        if (given.text("kind").equals("restart_update_ids")) {
            int next = given.number("next", 1000);
            world.updates().restartAt(next);
            return Answer.json(
                    200, Json.object().put("kind", "restart_update_ids").put("next", next));
        }
        var fault = faults.add(
                trouble(given),
                given.text("method"),
                given.text("chat"),
                given.number("count", -1),
                given.number("seconds", 0));
        return Answer.json(200, view(fault));
    }

    private static Trouble trouble(Given given) {
        return switch (given.required("kind")) {
            case "rate_limit" -> new Trouble.RateLimit(given.number("retry_after", 1));
            case "error" -> error(given);
            case "outage" -> new Trouble.Outage();
            case "lost_answer" -> new Trouble.LostAnswer();
            case "slow" -> new Trouble.Slow(given.number("milliseconds", 1000));
            case "duplicate_update" -> new Trouble.DuplicateUpdate();
            default ->
                throw new Impossible("“kind” must be rate_limit, error, outage, lost_answer, slow, duplicate_update or"
                        + " restart_update_ids");
        };
    }

    private static Trouble error(Given given) {
        int status = given.number("status", 500);
        if (status < 400 || status > 599) {
            throw new Impossible("“status” must be between 400 and 599");
        }
        var usual = switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 409 -> "Conflict";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            case 504 -> "Gateway Timeout";
            default -> "Internal Server Error";
        };
        boolean html = given.has("html") ? given.flag("html") : status >= 502;
        return new Trouble.Failure(status, given.has("description") ? given.text("description") : usual, html);
    }

    private static ObjectNode view(Fault fault) {
        var json = Json.object()
                .put("id", fault.id())
                .put("kind", fault.kind())
                .put("method", fault.method())
                .put("chat", fault.chat());
        if (fault.count() >= 0) {
            json.put("count", fault.count());
        }
        if (fault.until() != 0) {
            json.put("until", fault.until());
        }
        return json;
    }
}
