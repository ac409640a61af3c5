package io.fleetgram.bot.scheduling.telegram;

import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Jobs;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.Texts;
import io.fleetgram.bot.telegram.View;
import java.time.InstantSource;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** One job: its rhythm, its last run, its next, and how often it failed in a row. */
@Component
final class JobScreen implements Screen {

    static final String NAME = "job";

    private final Jobs jobs;
    private final InstantSource time;

    JobScreen(Jobs jobs, InstantSource time) {
        this.jobs = jobs;
        this.time = time;
    }

    static Address of(String job) {
        return Address.of(NAME, job);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Capability needs() {
        return Capability.VIEW_JOBS;
    }

    @Override
    public View show(Request request) {
        var job = request.argument(0);
        var texts = request.texts();
        var found = jobs.find(job);
        var view = View.of(found.map(card -> text(texts, card)).orElseGet(() -> texts.html("jobs.unknown", job)));
        var acts = new ArrayList<Button>();
        if (found.isPresent() && request.may(Capability.MANAGE_JOBS)) {
            boolean paused = found.get().state().paused();
            acts.add(Button.to(texts.plain("jobs.runnow"), Address.of(RunJob.NAME, job)));
            acts.add(
                    paused
                            ? Button.success(texts.plain("jobs.resume"), Address.of(PauseJob.NAME, job, "off"))
                            : Button.to(texts.plain("jobs.pause"), Address.of(PauseJob.NAME, job, "on")));
        }
        return view.row(acts)
                .row(
                        Button.to(texts.plain("jobs.back"), Address.of(JobsScreen.NAME)),
                        Button.to(texts.plain("jobs.refresh"), of(job)),
                        Button.to(texts.plain("kit.home"), Address.HOME));
    }

    private Html text(Texts texts, Jobs.Card card) {
        var state = card.state();
        var declaration = card.declaration();
        var where = declaration.spread() == Declaration.Spread.ONCE_ACROSS_CONTROLLERS
                ? texts.plain("jobs.spread.once")
                : texts.plain("jobs.spread.each");
        var text = texts.html(
                "jobs.card",
                Html.code(declaration.name()),
                JobWords.mark(state),
                JobWords.status(texts, state),
                JobWords.rhythm(texts, declaration.rhythm()),
                where,
                card.next().map(texts::moment).orElse("–"));
        if (state.lastStarted().isPresent()) {
            text = text.plus(texts.html(
                    "jobs.card.last",
                    texts.moment(state.lastStarted().get()),
                    texts.ago(state.lastStarted().get()),
                    state.lastTook().map(JobWords::span).orElseGet(() -> texts.plain("jobs.running")),
                    state.lastOutcome(),
                    state.runs(),
                    Html.code(state.lastController())));
        }
        return text.plus(texts.html("jobs.asof", texts.clock(time.instant())));
    }
}
