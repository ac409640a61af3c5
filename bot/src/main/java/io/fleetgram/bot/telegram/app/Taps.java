package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.app.Registry.Entry;

/** What a tap on a button does. */
final class Taps {

    private final Gate gate;
    private final Painter painter;
    private final Confirmations confirmations;
    private final Dialogs dialogs;

    Taps(Gate gate, Painter painter, Confirmations confirmations, Dialogs dialogs) {
        this.gate = gate;
        this.painter = painter;
        this.confirmations = confirmations;
        this.dialogs = dialogs;
    }

    Turn tapped(Visit visit, String data, Once once) {
        var address = Address.parse(data);
        return switch (address.name()) {
            case KitAddress.AGREE -> confirmations.agreed(visit, address.argument(0), once);
            case KitAddress.SAY -> dialogs.said(visit, address.argument(0), address.argument(1), once);
            case KitAddress.STEP_BACK -> dialogs.back(visit, address.argument(0));
            case KitAddress.CANCEL -> dialogs.cancel(visit);
            default -> follow(visit, address, once);
        };
    }

    /** Opens, does or starts whatever an address names. */
    Turn follow(Visit visit, Address address, Once once) {
        return switch (gate.pass(visit.operator(), address.name())) {
            case Gate.Passage.Open(Entry.OfScreen screen) -> Turn.showing(painter.draw(visit, address));
            case Gate.Passage.Open(Entry.OfAct(var act)) -> confirmations.tapped(visit, act, address, once);
            case Gate.Passage.Open(Entry.OfDialog(var dialog)) -> dialogs.begin(visit, dialog, address, once);
            case Gate.Passage.Closed closed ->
                Turn.showing(painter.redrawWith(visit, visit.texts().html("kit.forbidden")))
                        .called("not allowed");
            case Gate.Passage.Nowhere() ->
                address.equals(Address.HOME)
                        ? Turn.showing(painter.draw(visit, address))
                        : Turn.showing(painter.redrawWith(visit, visit.texts().html("kit.nowhere")))
                                .called("unknown address");
        };
    }
}
