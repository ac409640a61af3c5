package io.fleetgram.bot.scheduling.telegram;

import io.fleetgram.bot.scheduling.Declaration.Rhythm;
import io.fleetgram.bot.scheduling.JobState;
import io.fleetgram.bot.scheduling.Jobs;
import io.fleetgram.bot.telegram.Html;
import io.fleetgram.bot.telegram.Texts;
import java.time.Duration;
import java.time.Instant;

/** How jobs are put into words. */
final class JobWords {

    private JobWords() {}

    /** A line of the list. */
    static Html line(Texts texts, Jobs.Card card, Instant now) {
        return texts.html(
                "jobs.line",
                mark(card.state()),
                Html.code(card.declaration().name()),
                card.state().lastStarted().map(texts::ago).orElseGet(() -> texts.plain("jobs.never")),
                next(texts, card, now));
    }

    static String mark(JobState state) {
        if (state.paused()) {
            return "⏸";
        }
        if (state.failuresInARow() > 0) {
            return "🔴";
        }
        return state.lastStarted().isPresent() ? "🟢" : "⚪";
    }

    static String status(Texts texts, JobState state) {
        if (state.paused()) {
            return texts.plain("jobs.status.paused");
        }
        if (state.failuresInARow() > 0) {
            return texts.plain("jobs.status.failing", state.failuresInARow());
        }
        return texts.plain(state.lastStarted().isPresent() ? "jobs.status.well" : "jobs.status.new");
    }

    /** A time within a day is a clock's; one further off has its date. */
    private static String next(Texts texts, Jobs.Card card, Instant now) {
        return card.next()
                .map(next -> next.isBefore(now.plus(Duration.ofDays(1))) ? texts.clock(next) : texts.moment(next))
                .orElse("–");
    }

    static String rhythm(Texts texts, Rhythm rhythm) {
        return switch (rhythm) {
            case Rhythm.Every every -> texts.plain("jobs.every", span(every.interval()));
            case Rhythm.Cron cron -> texts.plain("jobs.cron", cron.expression());
        };
    }

    /** Such as {@code 90 s}, {@code 5 min}, {@code 1 h}: the largest unit that leaves nothing over. */
    static String span(Duration span) {
        if (span.toMillis() % 1000 != 0) {
            return span.toMillis() + " ms";
        }
        if (span.toSeconds() % 60 != 0 || span.isZero()) {
            return span.toSeconds() + " s";
        }
        return span.toMinutes() % 60 == 0 ? span.toHours() + " h" : span.toMinutes() + " min";
    }
}
