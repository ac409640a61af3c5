package io.fleetgram.bot.telegram.app;

import java.util.Optional;

/** Puts a screen into a chat: into the message that is the screen now, or into a new one that takes its place. */
final class ScreenDelivery {

    private final BotApi api;
    private final Chats chats;

    ScreenDelivery(BotApi api, Chats chats) {
        this.api = api;
        this.chats = chats;
    }

    Delivery deliver(long chatId, Outgoing.Screen screen) {
        var chat = chats.find(chatId).orElseGet(() -> Chat.unseen(chatId));
        var present = chat.screenMessage();
        boolean losesPicture =
                chat.screenHasPicture() && screen.view().picture().isEmpty();
        if (present.isPresent() && !screen.below() && !losesPicture) {
            var edited = api.edit(chatId, present.get(), screen.view());
            if (!(edited instanceof Delivery.TargetGone)) {
                return edited;
            }
            present = Optional.empty();
        }
        var sent = api.send(chatId, screen.view(), BotApi.Manner.SILENT);
        if (sent instanceof Delivery.Delivered) {
            present.ifPresent(old -> replace(chatId, old, losesPicture && !screen.below()));
        }
        return sent;
    }

    /** A screen that only changed its kind vanishes; one that was left behind stays without buttons. */
    private void replace(long chatId, long old, boolean vanishes) {
        if (!vanishes || !api.delete(chatId, old)) {
            api.retire(chatId, old);
        }
    }
}
