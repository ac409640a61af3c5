package io.fleetgram.demo.emulator.chat;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Everything the emulator knows, changed by one at a time. */
public final class World {

    /** Seconds in which a tap can be answered; real ones last between 5 and 20. */
    private static final long TAP_PATIENCE = 15;

    /** At most so many updates or messages are taken to have come after the last state that was kept. */
    private static final int FORGOTTEN = 1000;

    private static final int FIRST_UPDATE = 500_000_001;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition fed = lock.newCondition();
    private final Condition queued = lock.newCondition();
    private final InstantSource time;
    private final Feed feed;
    private final Chats chats;
    private final Messages messages;
    private final Files files;
    private final Taps taps;
    private final Updates updates;
    private final Bot bot;
    private final Commands commands;
    private final ReplyKeyboards replyKeyboards;

    public World(User bot, Files.Bytes bytes, InstantSource time) {
        this.time = time;
        this.feed = new Feed(fed, time.millis());
        this.chats = new Chats(feed);
        this.messages = new Messages(feed);
        this.files = new Files(bytes);
        this.taps = new Taps(feed, TAP_PATIENCE, time.millis() * 1000);
        this.updates = new Updates(queued, FIRST_UPDATE);
        this.bot = new Bot(bot, feed);
        this.commands = new Commands(feed);
        this.replyKeyboards = new ReplyKeyboards(feed);
    }

    /** Something done while nobody else does anything; whatever waits inside lets others in. */
    @FunctionalInterface
    public interface Act<T> {
        T run() throws InterruptedException;
    }

    /** Does something when its turn has come. */
    public <T> T turn(Act<T> act) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            return act.run();
        } finally {
            lock.unlock();
        }
    }

    /** All that outlives a run; {@code clean} at its end. */
    public Snapshot snapshot(boolean clean) {
        return new Snapshot(
                clean,
                feed.last(),
                chats.all(),
                List.copyOf(messages.all()),
                messages.lastIds(),
                List.copyOf(files.all()),
                List.copyOf(updates.queued()),
                updates.next(),
                updates.allowed(),
                bot.texts().entrySet().stream()
                        .map(text -> new Snapshot.BotText(text.getKey(), text.getValue()))
                        .toList(),
                commands.all().entrySet().stream()
                        .map(list -> new Snapshot.CommandList(list.getKey(), list.getValue()))
                        .toList());
    }

    /** Goes on where an earlier run ended. If that was unexpected, ids leave room for what is forgotten. */
    public void restore(Snapshot snapshot) {
        int room = snapshot.clean() ? 0 : FORGOTTEN;
        feed.goOnAfter(snapshot.lastEvent());
        chats.restore(snapshot.chats());
        messages.restore(snapshot.messages(), snapshot.lastMessageIds(), room);
        files.restore(snapshot.files());
        updates.restore(snapshot.updates(), snapshot.nextUpdate() + room, snapshot.allowedUpdates());
        snapshot.botTexts().forEach(text -> bot.restore(text.place(), text.text()));
        snapshot.commands().forEach(list -> commands.restore(list.place(), list.commands()));
    }

    /** Unix seconds. */
    public long now() {
        return time.instant().getEpochSecond();
    }

    /** The bot or a person. */
    public Optional<User> user(long id) {
        return id == bot.user().id() ? Optional.of(bot.user()) : chats.person(id);
    }

    /** Tells pages that the bot is at work in a chat; {@code action} as in {@code sendChatAction}. */
    public void typing(long chat, String action) {
        feed.add(Event.of(Event.Kind.TYPING, chat).text(action));
    }

    public Feed feed() {
        return feed;
    }

    public Chats chats() {
        return chats;
    }

    public Messages messages() {
        return messages;
    }

    public Files files() {
        return files;
    }

    public Taps taps() {
        return taps;
    }

    public Updates updates() {
        return updates;
    }

    public Bot bot() {
        return bot;
    }

    public Commands commands() {
        return commands;
    }

    public ReplyKeyboards replyKeyboards() {
        return replyKeyboards;
    }
}
