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

/** Pauses a job, or lets it go on; the second argument says which ({@code on}, {@code off}). */
@Component
final class PauseJob implements Act {

    static final String NAME = "jobpause";

    private final Jobs jobs;
    private final Transactions transactions;
    private final Audit audit;

    PauseJob(Jobs jobs, Transactions transactions, Audit audit) {
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
        boolean pause = request.argument(1).equals("on");
        if (jobs.find(job).isPresent()) {
            transactions.run(() -> {
                jobs.pause(job, pause);
                audit.write(new AuditEntry(
                        request.actor(),
                        pause ? "job.pause" : "job.resume",
                        "job:" + job,
                        Optional.empty(),
                        Optional.empty()));
            });
        }
        return new Reply.Show(JobScreen.of(job));
    }
}
