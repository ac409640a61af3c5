package io.fleetgram.demo.walk;

import io.fleetgram.demo.emulator.Screen;
import java.util.Optional;
import java.util.regex.Pattern;

/** An account's card, read as a person reads it. */
public record AccountCard(Screen screen) {

    /** Bytes as the chat writes them, such as {@code 5 MiB}. */
    public record Shown(String uplink, String downlink) {}

    private static final Pattern TOTAL = Pattern.compile("Used ↑ (.+?) ↓ (.+?) =");

    /** All that the account has used. */
    public Shown used() {
        return find(TOTAL).orElseThrow(() -> new AssertionError("the card shows no usage: " + screen));
    }

    /** What it used on one node; empty when the card has no line for the node. */
    public Optional<Shown> usedOn(String node) {
        return find(Pattern.compile("· " + Pattern.quote(node) + ": ↑ (.+?) ↓ (.+)"));
    }

    private Optional<Shown> find(Pattern pattern) {
        var found = pattern.matcher(screen.text());
        return found.find() ? Optional.of(new Shown(found.group(1), found.group(2))) : Optional.empty();
    }
}
