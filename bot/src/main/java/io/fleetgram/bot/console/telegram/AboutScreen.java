package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.console.Product;
import io.fleetgram.bot.platform.ProcessName;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.sync.DesiredState;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Frame;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.telegram.View;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Settings: for now what this is, and the way to further servers. */
@Component
final class AboutScreen implements Screen {

    static final String NAME = "settings";

    private final Product product;
    private final ProcessName controller;
    private final DesiredState desiredState;
    private final InstantSource time;

    AboutScreen(Product product, ProcessName controller, DesiredState desiredState, InstantSource time) {
        this.product = product;
        this.controller = controller;
        this.desiredState = desiredState;
        this.time = time;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capability needs() {
        return Capability.VIEW_FLEET;
    }

    @Override
    public List<String> commands() {
        return List.of("settings");
    }

    @Override
    public View show(Request request) {
        var texts = request.texts();
        var frame = Frame.of(request, texts.plain("console.about.title"))
                .line(texts.html("console.about.version", Html.code(product.version())))
                .line(texts.html("console.about.controller", Html.code(controller.text())))
                .line(texts.html("console.about.state", Long.toString(desiredState.currentVersion())))
                .line(texts.html("console.about.zone", zone(texts)))
                .asOf(time.instant());
        var buttons = new ArrayList<Button>();
        if (request.may(Capability.MANAGE_NODES)) {
            buttons.add(Button.to(texts.plain("console.about.add-server"), Places.ADD_NODE));
        }
        if (request.may(Capability.VIEW_JOBS)) {
            buttons.add(Button.to(texts.plain("console.about.jobs"), Places.JOBS));
        }
        return buttons.isEmpty() ? frame.view() : frame.row(buttons).view();
    }

    private static String zone(Texts texts) {
        return texts.zone().equals(ZoneOffset.UTC) ? "UTC" : texts.zone().getId();
    }
}
