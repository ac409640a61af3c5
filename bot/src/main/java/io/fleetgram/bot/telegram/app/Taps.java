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
            case Gate.Passage.Open open -> follow(visit, open.entry(), address, once);
            case Gate.Passage.Closed closed ->
                Turn.showing(painter.redrawWith(visit, visit.texts().html("kit.forbidden")))
                        .called("not allowed");
            case Gate.Passage.Nowhere nowhere ->
                address.equals(Address.HOME)
                        ? Turn.showing(painter.draw(visit, address))
                        : Turn.showing(painter.redrawWith(visit, visit.texts().html("kit.nowhere")))
                                .called("unknown address");
        };
    }

    private Turn follow(Visit visit, Entry entry, Address address, Once once) {
        return switch (entry) {
            case Entry.OfScreen screen -> Turn.showing(painter.draw(visit, address));
            case Entry.OfAct act -> confirmations.tapped(visit, act.act(), address, once);
            case Entry.OfDialog dialog -> dialogs.begin(visit, dialog.dialog(), address, once);
        };
    }
}
