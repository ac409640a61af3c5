package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import io.fleetgram.demo.emulator.chat.Update;
import io.fleetgram.demo.emulator.chat.World;
import io.fleetgram.demo.emulator.faults.Faults;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** getUpdates, deleteWebhook, getWebhookInfo. Webhooks themselves are not emulated. */
final class UpdateMethods {
    private static final int LONGEST_WAIT = 50;
    private static final String CONFLICT =
            "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running";

    private final World world;
    private final Faults faults;
    private long newestPoll;
    private int previousOffset;
    private long previousStart = Long.MIN_VALUE;
    private long nextConflict = Long.MIN_VALUE;

    UpdateMethods(World world, Faults faults) {
        this.world = world;
        this.faults = faults;
    }

    Map<String, Method> methods() {
        return Map.of(
                "getupdates", this::getUpdates,
                "deletewebhook", this::deleteWebhook,
                "getwebhookinfo", this::getWebhookInfo);
    }

    /** A newer poll ends an older one; polls repeated in haste are slowed, as on the real server. */
    private JsonNode getUpdates(Arguments arguments) throws InterruptedException {
        int offset = Math.clamp(arguments.number("offset"), Integer.MIN_VALUE, Integer.MAX_VALUE);
        int limit = arguments.number("limit", 100, 1, 100);
        int timeout = arguments.number("timeout", 0, 0, LONGEST_WAIT);
        allow(arguments);

        long started = System.nanoTime();
        boolean repeated = offset == previousOffset && previousStart != Long.MIN_VALUE;
        if (repeated && timeout < 3 && started - previousStart < TimeUnit.SECONDS.toNanos(3)) {
            timeout = 3;
        }
        if (repeated && started - previousStart < TimeUnit.MILLISECONDS.toNanos(500)) {
            limit = 1;
        }
        previousOffset = offset;
        previousStart = started;

        long poll = ++newestPoll;
        world.updates().wake();
        var updates = world.updates().take(offset, limit);
        long left = TimeUnit.SECONDS.toNanos(timeout);
        while (updates.isEmpty() && left > 0) {
            left = world.updates().awaitInPoll(left);
            if (poll != newestPoll) {
                throw conflict();
            }
            faults.cutWaiting("getupdates");
            updates = world.updates().take(offset, limit);
        }
        return answer(faults.duplicated(updates));
    }

    private void allow(Arguments arguments) {
        arguments.json("allowed_updates").filter(JsonNode::isArray).ifPresent(types -> {
            var wanted = new ArrayList<String>();
            types.forEach(type -> wanted.add(type.asText()));
            world.updates().allow(wanted);
        });
    }

    /** The first conflict is told at once, further ones within three seconds late. */
    private Refusal conflict() throws InterruptedException {
        long now = System.nanoTime();
        if (nextConflict != Long.MIN_VALUE && now < nextConflict) {
            long left = TimeUnit.SECONDS.toNanos(3);
            while (left > 0) {
                left = world.updates().await(left);
            }
        } else {
            nextConflict = now + TimeUnit.SECONDS.toNanos(3);
        }
        return Refusal.of(409, CONFLICT);
    }

    private static JsonNode answer(List<Update> updates) {
        var answer = Json.array();
        for (var update : updates) {
            var json = answer.addObject().put("update_id", update.id());
            json.set(update.type(), Json.parse(update.json()).orElseThrow());
        }
        return answer;
    }

    private JsonNode deleteWebhook(Arguments arguments) {
        if (arguments.flag("drop_pending_updates")) {
            world.updates().drop();
        }
        return BooleanNode.TRUE;
    }

    private JsonNode getWebhookInfo(Arguments arguments) {
        var info = Json.object()
                .put("url", "")
                .put("has_custom_certificate", false)
                .put("pending_update_count", world.updates().pending());
        if (!world.updates().allowed().isEmpty()) {
            var allowed = info.putArray("allowed_updates");
            world.updates().allowed().forEach(allowed::add);
        }
        return info;
    }
}
