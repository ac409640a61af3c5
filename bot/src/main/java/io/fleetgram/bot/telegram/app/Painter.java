package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Html;
import java.util.Optional;

/** Draws screens for those who may see them. */
final class Painter {

    private final Gate gate;
    private final HelpView help;

    Painter(Gate gate, HelpView help) {
        this.gate = gate;
        this.help = help;
    }

    /** Draws the screen at an address; where there is none for this person, says so over the home screen. */
    Outgoing.Screen draw(Visit visit, Address address) {
        return screen(visit, address)
                .orElseGet(() -> drawWith(visit, Address.HOME, visit.texts().html("kit.nowhere")));
    }

    /** Draws a screen with a line above it. */
    Outgoing.Screen drawWith(Visit visit, Address address, Html line) {
        return screen(visit, address)
                .or(() -> screen(visit, Address.HOME))
                .orElseGet(() -> new Outgoing.Screen(help.of(visit), "", visit.below()))
                .under(line);
    }

    /** Draws again what the chat shows now, with a line above it. */
    Outgoing.Screen redrawWith(Visit visit, Html line) {
        return drawWith(visit, Address.parse(visit.chat().screenAddress()), line);
    }

    /** Draws the screen at an address, if it is one and the person may see it. */
    Optional<Outgoing.Screen> screen(Visit visit, Address address) {
        return gate.screen(visit.operator(), address.name())
                .map(screen -> new Outgoing.Screen(
                        ViewLimits.fit(screen.show(visit.request(address))), address.text(), visit.below()))
                .or(() -> address.equals(Address.HOME)
                        ? Optional.of(new Outgoing.Screen(help.of(visit), "", visit.below()))
                        : Optional.empty());
    }
}
