package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.platform.Lease;
import io.fleetgram.bot.platform.Transactions;
import java.time.InstantSource;
import java.util.Optional;

/** Writes all that a turn leaves behind in one transaction with "done". */
final class Closing {

    private final Transactions transactions;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Chats chats;
    private final DialogStates dialogs;
    private final ConfirmationTokens tokens;
    private final Audit audit;
    private final InstantSource time;

    Closing(ChatStore store, InstantSource time) {
        transactions = store.transactions();
        inbox = store.inbox();
        outbox = store.outbox();
        chats = store.chats();
        dialogs = store.dialogs();
        tokens = store.tokens();
        audit = store.audit();
        this.time = time;
    }

    /**
     * @param changed the change of this turn has committed, with its notes
     */
    void close(Lease lease, Inbox.Item item, Incoming incoming, Turn turn, boolean changed) {
        transactions.run(() -> {
            inbox.done(lease, item, turn.outcome());
            switch (incoming) {
                case Incoming.Tap tap -> close(tap.place(), tap.person(), turn, changed);
                case Incoming.Typed typed -> close(typed.place(), typed.person(), turn, changed);
                case Incoming.ChatLost lost -> {
                    chats.dead(lost.chatId(), "blocked or removed", time.instant());
                    outbox.closeAll(lost.chatId(), "the chat is lost");
                }
                case Incoming.Ignored ignored -> {}
            }
        });
    }

    private void close(Place place, Person person, Turn turn, boolean changed) {
        var now = time.instant();
        chats.seen(place, person, now);
        if (turn.outcome().equals(Turn.FAILURE_TOLD)) {
            audit.write(new AuditEntry(
                    new AuditEntry.Actor.OperatorActor(person.id(), place.chatId()),
                    "chat.failed",
                    "chat:" + place.chatId(),
                    Optional.empty(),
                    Optional.empty()));
        }
        if (turn.outcome().equals(Turn.STRANGER_TOLD)) {
            chats.strangerTold(place.chatId(), now);
        }
        switch (turn.dialog()) {
            case Turn.DialogMove.Keep keep -> {}
            case Turn.DialogMove.Drop drop -> dialogs.drop(place.chatId(), person.id());
            case Turn.DialogMove.Put put -> dialogs.put(place.chatId(), person.id(), put.state(), now);
        }
        switch (turn.token()) {
            case Turn.TokenMove.Keep keep -> {}
            case Turn.TokenMove.Give give -> tokens.put(give.token(), give.allowed(), now.plus(Confirmations.STANDS));
            case Turn.TokenMove.Use use -> {
                if (!changed) {
                    tokens.use(use.token(), now);
                }
            }
        }
        turn.messages().forEach(message -> outbox.put(place.chatId(), message, now));
    }
}
