package io.fleetgram.bot.fleet.app;

import io.fleetgram.bot.fleet.NodeCommands;
import io.fleetgram.bot.platform.Transactions;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** Ends commands that have used up their time and forgets old ones. */
@Component
public final class CommandHousekeeping {

    private static final int AT_ONCE = 500;

    private final CommandPost post;
    private final NodeCommands commands;
    private final Transactions transactions;
    private final CommandTimes times;
    private final InstantSource time;

    CommandHousekeeping(
            CommandPost post,
            NodeCommands commands,
            Transactions transactions,
            CommandTimes times,
            InstantSource time) {
        this.post = post;
        this.commands = commands;
        this.transactions = transactions;
        this.times = times;
        this.time = time;
    }

    /** Returns how many commands were ended. */
    public int endOverdue() {
        return post.endOverdue(AT_ONCE);
    }

    /** Returns how many commands were forgotten, at most some hundreds. */
    public int purge() {
        var before = time.instant().minus(times.kept());
        return transactions.write(() -> commands.purge(before, AT_ONCE));
    }
}
