package io.fleetgram.bot.scheduling.telegram;

import io.fleetgram.bot.scheduling.Jobs;
import io.fleetgram.bot.security.Capability;
import io.fleetgram.bot.telegram.Address;
import io.fleetgram.bot.telegram.Button;
import io.fleetgram.bot.telegram.Request;
import io.fleetgram.bot.telegram.Screen;
import io.fleetgram.bot.telegram.View;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** All jobs: how each last went, and when it runs next. Those in trouble come first. */
@Component
final class JobsScreen implements Screen {

    static final String NAME = "jobs";

    private static final int A_PAGE = 8;
    private static final int A_ROW = 2;

    private final Jobs jobs;
    private final InstantSource time;

    JobsScreen(Jobs jobs, InstantSource time) {
        this.jobs = jobs;
        this.time = time;
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
    public List<String> commands() {
        return List.of("jobs");
    }

    @Override
    public View show(Request request) {
        var texts = request.texts();
        var sorted = jobs.all().stream()
                .sorted(Comparator.comparingInt(JobsScreen::wellNess)
                        .thenComparing(card -> card.declaration().name()))
                .toList();
        int pages = Math.max(1, (sorted.size() + A_PAGE - 1) / A_PAGE);
        int page = Math.min(request.address().number(0), pages - 1);
        var shown = sorted.subList(page * A_PAGE, Math.min(sorted.size(), (page + 1) * A_PAGE));
        var text = texts.html("jobs.title");
        for (var card : shown) {
            text = text.plus(JobWords.line(texts, card, time.instant()));
        }
        var view = View.of(text.plus(texts.html("jobs.asof", texts.clock(time.instant()))));
        for (int from = 0; from < shown.size(); from += A_ROW) {
            view = view.row(shown.subList(from, Math.min(shown.size(), from + A_ROW)).stream()
                    .map(card -> card.declaration().name())
                    .map(job -> Button.to(job, Address.of(JobScreen.NAME, job)))
                    .toList());
        }
        return view.row(pager(page, pages))
                .row(
                        Button.to(texts.plain("jobs.refresh"), Address.of(NAME, page)),
                        Button.to(texts.plain("kit.home"), Address.HOME));
    }

    private static List<Button> pager(int page, int pages) {
        return IntStream.of(page - 1, page + 1)
                .filter(other -> other >= 0 && other < pages)
                .mapToObj(other -> Button.to(
                        (other < page ? "‹ " : "") + (other + 1) + "/" + pages + (other > page ? " ›" : ""),
                        Address.of(NAME, other)))
                .toList();
    }

    /** 0 for those in trouble, 1 for paused ones, 2 for the rest. */
    private static int wellNess(Jobs.Card card) {
        if (card.state().failuresInARow() > 0) {
            return 0;
        }
        return card.state().paused() ? 1 : 2;
    }
}
