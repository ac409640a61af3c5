package io.fleetgram.bot.scheduling.telegram;

import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.app.JobTroubles;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.LiveScreens;
import io.fleetgram.bot.telegram.Messages;
import io.fleetgram.bot.telegram.View;
import org.springframework.stereotype.Component;

/** Draws job cards again after each run; tells operators once when a job has failed as often as it may, and once when it is well again. */
@Component
final class JobMessages implements JobTroubles {

    private final Messages messages;
    private final LiveScreens liveScreens;
    private final Transactions transactions;

    JobMessages(Messages messages, LiveScreens liveScreens, Transactions transactions) {
        this.messages = messages;
        this.liveScreens = liveScreens;
        this.transactions = transactions;
    }

    @Override
    public void succeeded(Declaration job, int failedBefore) {
        redraw(job);
        if (failedBefore >= job.alertAfterFailures()) {
            messages.toOperators(
                    Messages.Kind.NOTICE,
                    Capability.VIEW_JOBS,
                    texts -> View.of(texts.html("jobs.well.again", Html.code(job.name()), failedBefore)));
        }
    }

    @Override
    public void failed(Declaration job, int failuresInARow, String why) {
        redraw(job);
        if (failuresInARow == job.alertAfterFailures()) {
            messages.toOperators(
                    Messages.Kind.ALERT,
                    Capability.VIEW_JOBS,
                    texts -> View.of(texts.html("jobs.alert", Html.code(job.name()), failuresInARow, why))
                            .row(Button.to(texts.plain("jobs.open"), Address.of(JobScreen.NAME, job.name()))));
        }
    }

    private void redraw(Declaration job) {
        transactions.afterCommit(() -> liveScreens.changed(JobScreen.of(job.name())));
    }
}
