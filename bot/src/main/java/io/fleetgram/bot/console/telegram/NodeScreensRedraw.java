package io.fleetgram.bot.console.telegram;

import io.fleetgram.bot.fleet.NodeCommandMoved;
import io.fleetgram.bot.fleet.NodeHeardAgain;
import io.fleetgram.bot.fleet.NodeJoined;
import io.fleetgram.bot.fleet.NodeKey;
import io.fleetgram.bot.fleet.NodeRemoved;
import io.fleetgram.bot.fleet.NodeSilent;
import io.fleetgram.bot.fleet.NodeSyncFailing;
import io.fleetgram.bot.fleet.NodeSyncWell;
import io.fleetgram.bot.health.NodeHealthChanged;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.LiveScreens;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Redraws what people look at when a node joins, falls silent, is heard again, cannot take its state or can again, or is deleted,
 * and when a command comes further.
 */
@Component
final class NodeScreensRedraw {

    private final LiveScreens screens;

    NodeScreensRedraw(LiveScreens screens) {
        this.screens = screens;
    }

    @EventListener
    void on(NodeJoined joined) {
        redraw(joined.node());
    }

    @EventListener
    void on(NodeSilent silent) {
        redraw(silent.node());
    }

    @EventListener
    void on(NodeHeardAgain heard) {
        redraw(heard.node());
    }

    @EventListener
    void on(NodeHealthChanged changed) {
        redraw(changed.node());
    }

    @EventListener
    void on(NodeRemoved removed) {
        redraw(removed.node());
    }

    @EventListener
    void on(NodeSyncFailing failing) {
        redraw(failing.node());
    }

    @EventListener
    void on(NodeSyncWell well) {
        redraw(well.node());
    }

    @EventListener
    void on(NodeCommandMoved moved) {
        List.of(Address.of("cmd", moved.command()), Address.of("cmds", moved.node()), Address.of("core", moved.node()))
                .forEach(screens::changed);
    }

    private void redraw(NodeKey node) {
        List.of(
                        Places.joining(node),
                        Places.node(node),
                        Places.sync(node),
                        Places.health(node),
                        Places.NODES,
                        Address.HOME)
                .forEach(screens::changed);
    }
}
