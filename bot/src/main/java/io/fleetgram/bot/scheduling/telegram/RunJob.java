package io.fleetgram.bot.scheduling.telegram;

import io.fleetgram.bot.audit.Audit;
import io.fleetgram.bot.audit.AuditEntry;
import io.fleetgram.bot.platform.Transactions;
import io.fleetgram.bot.scheduling.Jobs;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Act;
import io.fleetgram.bot.telegram.Reply;
import io.fleetgram.bot.telegram.Request;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Runs a job now, whatever its rhythm. */
@Component
final class RunJob implements Act {

    static final String NAME = "jobrun";

    private final Jobs jobs;
    private final Transactions transactions;
    private final Audit audit;

    RunJob(Jobs jobs, Transactions transactions, Audit audit) {
        this.jobs = jobs;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capability needs() {
        return Capability.MANAGE_JOBS;
    }

    @Override
    public Reply perform(Request request) {
        var job = request.argument(0);
        if (jobs.find(job).isEmpty()) {
            return new Reply.Show(JobScreen.of(job));
        }
        transactions.run(() -> {
            jobs.runNow(job);
            audit.write(new AuditEntry(request.actor(), "job.run", "job:" + job, Optional.empty(), Optional.empty()));
        });
        return new Reply.ShowWith(JobScreen.of(job), request.texts().plain("jobs.called"));
    }
}
