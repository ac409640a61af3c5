package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.Lease;
import io.fleetgram.bot.platform.RandomKeys;
import io.fleetgram.bot.platform.Trace;
import io.fleetgram.bot.platform.TraceId;
import io.fleetgram.bot.platform.Transactions;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles one update: reads it, answers it, and writes the answer down together with "done". */
final class InboxWork {

    private static final Logger LOG = LoggerFactory.getLogger(InboxWork.class);

    private final Transactions transactions;
    private final Inbox inbox;
    private final UpdateReader reader;
    private final Conversation conversation;
    private final Closing closing;
    private final RandomKeys keys;

    InboxWork(ChatStore store, UpdateReader reader, Conversation conversation, Closing closing, RandomKeys keys) {
        transactions = store.transactions();
        inbox = store.inbox();
        this.reader = reader;
        this.conversation = conversation;
        this.closing = closing;
        this.keys = keys;
    }

    /** Returns whether the update is done; if not, it has tries left. */
    boolean handle(Lease lease, Inbox.Item item) {
        var trace = new TraceId(keys.key());
        return Trace.under(trace, () -> handle(lease, item, trace));
    }

    private boolean handle(Lease lease, Inbox.Item item, TraceId trace) {
        Incoming incoming = new Incoming.Ignored();
        try {
            incoming = reader.read(item.body());
            var once = new Ridden(lease, item);
            if (item.tries() > Inbox.TRIES) {
                LOG.error("Update {} was cut off {} times; it is given up.", item.position(), Inbox.TRIES);
                closing.close(lease, item, incoming, conversation.failed(incoming, trace), false);
                return true;
            }
            var turn = conversation.answer(incoming, item.acted(), trace, once);
            closing.close(lease, item, incoming, turn, once.ridden.get());
            return true;
        } catch (Lease.Lost e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Update {} could not be handled, try {} of {}.", item.position(), item.tries(), Inbox.TRIES, e);
            if (item.tries() < Inbox.TRIES) {
                return false;
            }
            closing.close(lease, item, incoming, conversation.failed(incoming, trace), false);
            return true;
        }
    }

    /** Marks the update as acted on in the transaction of the change. */
    private final class Ridden implements Once {

        private final Lease lease;
        private final Inbox.Item item;
        private final AtomicBoolean ridden = new AtomicBoolean();

        Ridden(Lease lease, Inbox.Item item) {
            this.lease = lease;
            this.item = item;
        }

        @Override
        public <T> T change(Runnable check, Runnable note, Supplier<T> work) {
            return transactions.checking(
                    check,
                    () -> transactions.riding(
                            () -> {
                                note.run();
                                inbox.acted(lease, item);
                                transactions.afterCommit(() -> ridden.set(true));
                            },
                            work));
        }
    }
}
