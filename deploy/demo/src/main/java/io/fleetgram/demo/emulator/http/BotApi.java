package io.fleetgram.demo.emulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.fleetgram.demo.emulator.botapi.Arguments;
import io.fleetgram.demo.emulator.botapi.BotMethods;
import io.fleetgram.demo.emulator.botapi.Refusal;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.faults.ConnectionCut;
import io.fleetgram.demo.emulator.faults.Fault.Trouble;
import io.fleetgram.demo.emulator.faults.Faults;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Serves {@code /bot<token>/<method>}: token, faults, method, answer; every request is noted. */
final class BotApi implements Endpoint {

    /** The largest body a bot may send. */
    static final int MOST_BYTES = 50 << 20;

    private static final Pattern PATH = Pattern.compile("/bot([^/]+)/(.+?)/?");

    private final World world;
    private final BotMethods methods;
    private final Faults faults;
    private final Requests requests;
    private final String token;
    private final InstantSource time;

    BotApi(World world, Faults faults, Requests requests, String token, InstantSource time) {
        this.world = world;
        this.methods = new BotMethods(world, faults);
        this.faults = faults;
        this.requests = requests;
        this.token = token;
        this.time = time;
    }

    @Override
    public Answer serve(WebRequest request) throws InterruptedException {
        var path = PATH.matcher(request.path());
        if (!path.matches()) {
            return Answer.refused(Refusal.of(404, "Not Found"));
        }
        var arguments = request.arguments();
        var answer = answer(request, path.group(1), path.group(2), arguments);
        var noted = arguments.orElseGet(() -> new Arguments(Map.of(), Map.of()));
        world.turn(() -> requests.add(time.millis(), path.group(2), request.contentType(), noted, answer));
        return answer;
    }

    private Answer answer(WebRequest request, String givenToken, String method, Optional<Arguments> arguments)
            throws InterruptedException {
        if (!givenToken.equals(token)) {
            return Answer.refused(Refusal.of(401, "Unauthorized"));
        }
        if (request.body().length > MOST_BYTES) {
            return Answer.refused(Refusal.of(413, "Request Entity Too Large"));
        }
        if (arguments.isEmpty()) {
            return Answer.refused(Refusal.of(400, "Bad Request: can't parse the request body"));
        }
        try {
            return run(method, arguments.get());
        } catch (Refusal refusal) {
            return Answer.refused(refusal);
        } catch (ConnectionCut cut) {
            return Answer.cut();
        }
    }

    private Answer run(String name, Arguments arguments) throws InterruptedException {
        var striking = world.turn(() -> faults.strike(name, arguments.text("chat_id")));
        for (var fault : striking) {
            switch (fault.trouble()) {
                case Trouble.Slow slow -> world.turn(() -> faults.delay(fault, slow.milliseconds()));
                case Trouble.RateLimit rateLimit -> throw Refusal.retryAfter(rateLimit.retryAfter());
                case Trouble.Outage outage -> throw new ConnectionCut();
                case Trouble.Failure failure -> {
                    return failure.html()
                            ? Answer.html(failure.status(), failure.description())
                            : Answer.refused(Refusal.of(failure.status(), failure.description()));
                }
                case Trouble.LostAnswer lost -> {}
                case Trouble.DuplicateUpdate duplicate -> {}
            }
        }
        var method = methods.named(name).orElseThrow(() -> Refusal.of(404, "Not Found: method not found"));
        JsonNode result = world.turn(() -> method.call(arguments));
        if (striking.stream().anyMatch(fault -> fault.trouble() instanceof Trouble.LostAnswer)) {
            throw new ConnectionCut();
        }
        return Answer.ok(result);
    }
}
