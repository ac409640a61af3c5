package io.fleetgram.demo.emulator.chat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A chat that the bot may be in. */
public sealed interface Chat {

    /** Positive for a person, -100… for a supergroup, else negative. */
    long id();

    /** Pinned messages, the newest first. */
    List<Integer> pinned();

    Chat withPinned(List<Integer> pinned);

    /** A person, and what stands between that person and the bot. The chat's id is the person's. */
    record Private(User user, boolean started, boolean blocked, boolean deactivated, List<Integer> pinned)
            implements Chat {
        public Private {
            pinned = List.copyOf(pinned);
        }

        public Private(User user) {
            this(user, false, false, false, List.of());
        }

        @Override
        public long id() {
            return user.id();
        }

        @Override
        public Private withPinned(List<Integer> newPinned) {
            return new Private(user, started, blocked, deactivated, newPinned);
        }

        public Private withStarted(boolean newStarted) {
            return new Private(user, newStarted, blocked, deactivated, pinned);
        }

        public Private withBlocked(boolean newBlocked) {
            return new Private(user, started, newBlocked, deactivated, pinned);
        }

        public Private withDeactivated(boolean newDeactivated) {
            return new Private(user, started, blocked, newDeactivated, pinned);
        }
    }

    /** What the bot may do in a group. */
    enum BotStanding {
        ADMINISTRATOR,
        MEMBER,
        LEFT,
        KICKED
    }

    /**
     * A group of people.
     *
     * @param supergroup false for a basic group, which may become one
     * @param forum has topics; supergroups only
     * @param migratedTo the supergroup this group became, or 0
     */
    record Group(
            long id,
            String title,
            boolean supergroup,
            boolean forum,
            Set<Long> people,
            BotStanding bot,
            List<Topic> topics,
            long migratedTo,
            List<Integer> pinned)
            implements Chat {
        public Group {
            people = Set.copyOf(people);
            topics = List.copyOf(topics);
            pinned = List.copyOf(pinned);
        }

        @Override
        public Group withPinned(List<Integer> newPinned) {
            return new Group(id, title, supergroup, forum, people, bot, topics, migratedTo, newPinned);
        }

        public Group withBot(BotStanding newBot) {
            return new Group(id, title, supergroup, forum, people, newBot, topics, migratedTo, pinned);
        }

        public Group withTopic(Topic topic) {
            var all = Stream.concat(topics.stream(), Stream.of(topic)).toList();
            return new Group(id, title, supergroup, forum, people, bot, all, migratedTo, pinned);
        }

        public Group withPerson(long person) {
            var all = Stream.concat(people.stream(), Stream.of(person)).collect(Collectors.toSet());
            return new Group(id, title, supergroup, forum, all, bot, topics, migratedTo, pinned);
        }

        public Group withMigratedTo(long supergroupId) {
            return new Group(id, title, supergroup, forum, people, bot, topics, supergroupId, pinned);
        }
    }

    /** A forum's topic; its id is that of the message that opened it. */
    record Topic(int id, String name, int iconColor) {}
}
