package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.platform.Duty;
import io.fleetgram.bot.platform.Lease;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that only one process may do at a time: receiving, working the inbox off, sending. */
public final class ChatDuty implements Duty {

    private static final Logger LOG = LoggerFactory.getLogger(ChatDuty.class);

    private final ChatKit.Running parts;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();

    ChatDuty(ChatKit.Running parts) {
        this.parts = parts;
    }

    @Override
    public void begin(Lease lease) {
        LOG.info("This process has the chat now, lease number {}.", lease.number());
        int cutOff = parts.recover(lease);
        if (cutOff > 0) {
            LOG.info("{} messages were cut off while being sent; each goes on by its kind.", cutOff);
        }
        var received = new Bell();
        running.push(parts.sender(lease));
        running.push(parts.workers(lease, received));
        var receiving = parts.receiving(lease, received);
        running.push(receiving);
        parts.receiver().start(receiving);
        running.push(parts.receiver()::stop);
        running.push(parts.commandLists().publish());
    }

    @Override
    public void end() {
        LOG.info("This process no longer has the chat.");
        while (!running.isEmpty()) {
            var part = running.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("A part of the chat did not end cleanly.", e);
            }
        }
    }
}
