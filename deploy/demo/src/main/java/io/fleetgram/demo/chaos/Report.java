package io.fleetgram.demo.chaos;

import io.fleetgram.parts.core.CoreKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** A result as lines for a terminal. */
final class Report {

    private static final double MILLIS = 1_000;

    private final Result result;
    private final List<String> lines = new ArrayList<>();

    Report(Result result) {
        this.result = result;
    }

    List<String> lines() {
        victims();
        moments();
        cells();
        end();
        return lines;
    }

    private void line(String text) {
        lines.add(text.stripTrailing());
    }

    private void victims() {
        line("%-11s %5s  %s".formatted("victim", "kills", "away: half of the times up to, longest"));
        for (var victim : Victim.values()) {
            var away = result.away().downtimes().getOrDefault(victim, List.of());
            line("%-11s %5d  %s, %s"
                    .formatted(
                            victim.title(),
                            result.plan().kills(victim),
                            away.isEmpty() ? "-" : seconds(away.get((away.size() - 1) / 2)),
                            away.isEmpty() ? "-" : seconds(away.getLast())));
        }
        line("");
    }

    private void moments() {
        line("%-26s %6s %5s".formatted("moment", "blows", "hit"));
        for (var moment : Moment.values()) {
            var aimed = result.aimed().get(moment);
            if (aimed != null) {
                line("%-26s %6d %5d".formatted(moment.title(), aimed.times(), aimed.hits()));
            }
        }
        line("");
    }

    private void cells() {
        line("%-10s %-8s %-5s %14s %14s %10s %10s %8s"
                .formatted("account", "node", "", "moved", "booked", "lost", "at risk", "doubled"));
        for (var row : result.comparison().rows()) {
            line("%-10s %-8s %-5s %14d %14d %10d %10d %8d  %s"
                    .formatted(
                            row.cell().account(),
                            row.cell().node(),
                            row.direction(),
                            row.moved(),
                            row.booked(),
                            row.lost(),
                            row.atRisk(),
                            row.doubled(),
                            row.isGood() ? "" : "WRONG"));
        }
        line("");
    }

    private void end() {
        var rows = result.comparison().rows();
        line(
                "%d bytes compared in %d cells, %d of them without any allowance; lost %d, doubled %d; books looked into %d times"
                        .formatted(
                                sum(Comparison.Row::moved),
                                rows.size(),
                                result.comparison().exact().size(),
                                sum(Comparison.Row::lost),
                                sum(Comparison.Row::doubled),
                                result.looks()));
        if (!result.away().oldestReading().isZero()) {
            line("Where a core died under traffic, its last reading was at most %s old."
                    .formatted(seconds(result.away().oldestReading())));
        }
        result.faults().forEach(fault -> line("WRONG: %s".formatted(fault)));
        line("%s on %s in %s. To repeat it: ./deploy/chaos/run --kills %d --seed %d --nodes %d --core %s"
                .formatted(
                        result.isExact() ? "Exact" : "NOT EXACT",
                        result.core().title(),
                        seconds(result.took()),
                        result.plan().kills(),
                        result.plan().seed(),
                        result.plan().nodes(),
                        result.core().kind() == CoreKind.V2RAY
                                ? "v2ray"
                                : result.core().kind().name().toLowerCase(Locale.ROOT)));
    }

    private long sum(ToLongFunction<Comparison.Row> of) {
        return result.comparison().rows().stream().mapToLong(of).sum();
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / MILLIS);
    }
}
