package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.Lease;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.security.Operators;
import io.fleetgram.bot.telegram.LiveScreens;
import io.fleetgram.bot.telegram.Messages;
import io.fleetgram.bot.telegram.Search;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** The chat, put together. */
public final class ChatKit {

    private final ChatStore store;
    private final Languages languages;
    private final Operators operators;
    private final RandomKeys keys;
    private final InstantSource time;
    private final CommandMenu menu;
    private final Painter painter;
    private final Conversation conversation;
    private final Messages messages;

    public ChatKit(
            ChatStore store,
            Registry registry,
            Languages languages,
            Operators operators,
            Messages messages,
            Optional<Search> search,
            RandomKeys keys,
            InstantSource time) {
        this.store = store;
        this.languages = languages;
        this.operators = operators;
        this.messages = messages;
        this.keys = keys;
        this.time = time;
        var gate = new Gate(registry);
        menu = new CommandMenu(registry, languages);
        var help = new HelpView(menu);
        painter = new Painter(gate, help);
        var replies = new Replies(painter);
        var confirmations = new Confirmations(gate, store.tokens(), replies, painter, keys);
        var dialogs = new Dialogs(gate, store.dialogs(), painter, replies);
        var taps = new Taps(gate, painter, confirmations, dialogs);
        var typed = new TypedText(registry, gate, taps, dialogs, painter, help, search);
        conversation = new Conversation(operators, store.chats(), languages, taps, typed, painter, time);
    }

    /** Returns the redrawing of screens; {@code later} is where redraws wait for their moment. */
    public LiveScreens liveScreens(ScheduledExecutorService later) {
        return new LiveRedraws(later, store, this::visit, painter, keys, time);
    }

    /** What the process that has the chat runs. */
    public ChatDuty duty(UpdateReader reader, BotApi api, Receiver receiver, long botId) {
        return new ChatDuty(new Running(reader, api, receiver, botId));
    }

    private Optional<Visit> visit(Chat chat, TraceId trace) {
        return chat.personId()
                .flatMap(operators::find)
                .map(operator -> new Visit(
                        operator, chat, languages.of(chat.language(), chat.zone()), trace, time.instant(), false));
    }

    /** Makes the running parts for one holding of the lease. */
    final class Running {

        private final UpdateReader reader;
        private final BotApi api;
        private final Receiver receiver;
        private final long botId;

        private Running(UpdateReader reader, BotApi api, Receiver receiver, long botId) {
            this.reader = reader;
            this.api = api;
            this.receiver = receiver;
            this.botId = botId;
        }

        OutboxSender sender(Lease lease) {
            var policy = new SendingPolicy();
            var settlement = new Settlement(store, messages, policy, time);
            var screens = new ScreenDelivery(api, store.chats());
            return new OutboxSender(lease, store.outbox(), policy, screens, api, settlement, time, store.waiting());
        }

        InboxWorkers workers(Lease lease, Bell received) {
            var closing = new Closing(store, time);
            var work = new InboxWork(store, reader, conversation, closing, keys);
            return new InboxWorkers(lease, store.inbox(), work, received, store.waiting());
        }

        Receiving receiving(Lease lease, Bell received) {
            return new Receiving(lease, botId, store.inbox(), api, received);
        }

        CommandLists commandLists() {
            return new CommandLists(api, menu, languages, operators, store.chats());
        }

        Receiver receiver() {
            return receiver;
        }

        /** What a process that died was sending is sent again or closed. */
        int recover(Lease lease) {
            return store.outbox().recover(lease, time.instant());
        }
    }
}
