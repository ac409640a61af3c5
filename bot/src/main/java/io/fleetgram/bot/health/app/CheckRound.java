package io.fleetgram.bot.health.app;

import io.fleetgram.bot.health.ControllerBack;
import io.fleetgram.bot.health.ControllerCutOff;
import io.fleetgram.bot.health.Finding;
import io.fleetgram.bot.health.HealthBook;
import io.fleetgram.bot.health.HealthPolicy;
import io.fleetgram.bot.health.Judged;
import io.fleetgram.bot.health.Look;
import io.fleetgram.bot.health.NodeHealthChanged;
import io.fleetgram.bot.health.PortOutcome;
import io.fleetgram.bot.health.Prober;
import io.fleetgram.bot.health.Prober.Target;
import io.fleetgram.bot.health.Round;
import io.fleetgram.bot.health.Subject;
import io.fleetgram.bot.platform.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;

/** Checks every node once, all at once, and keeps what follows. */
public final class CheckRound {

    /**
     * How rounds are done.
     *
     * @param most how long one check may take
     * @param anchors addresses that should always be reachable; perhaps none
     */
    public record Settings(Duration most, List<Target> anchors, HealthPolicy policy) {
        public Settings {
            anchors = List.copyOf(anchors);
        }
    }

    private final HealthBook book;
    private final Prober prober;
    private final Settings settings;
    private final Transactions transactions;
    private final InstantSource time;
    private final ApplicationEventPublisher events;

    public CheckRound(
            HealthBook book,
            Prober prober,
            Settings settings,
            Transactions transactions,
            InstantSource time,
            ApplicationEventPublisher events) {
        this.book = book;
        this.prober = prober;
        this.settings = settings;
        this.transactions = transactions;
        this.time = time;
        this.events = events;
    }

    /** Does a round and returns it. */
    public Round run() {
        var began = time.instant();
        var last = book.lastRound();
        var subjects = book.subjects();
        var outcomes = prober.probe(targets(subjects), settings.most());
        var now = time.instant();
        var findings = findings(subjects, outcomes, now);
        var witness = new Round.Witness(book.agentHeardSince(last.beganAt().orElse(began)), anchorsFail(outcomes));
        var round = Round.of(subjects, findings, witness, settings.policy(), now);
        keep(round, began, last.cutOffSince(), now);
        return round;
    }

    private Collection<Target> targets(List<Subject> subjects) {
        var targets = new LinkedHashSet<Target>(settings.anchors());
        subjects.forEach(subject -> subject.ports().forEach(port -> targets.add(new Target(subject.address(), port))));
        return targets;
    }

    private Map<Subject, Finding> findings(List<Subject> subjects, Map<Target, PortOutcome> outcomes, Instant now) {
        var findings = new HashMap<Subject, Finding>();
        for (var subject : subjects) {
            var ports = new HashMap<Integer, PortOutcome>();
            subject.ports().forEach(port -> ports.put(port, outcomes.get(new Target(subject.address(), port))));
            var heardAgo = subject.heardAt().map(at -> Duration.between(at, now));
            findings.put(
                    subject,
                    Finding.of(Look.of(ports, heardAgo, subject.core(), subject.cpuPermille()), settings.policy()));
        }
        return findings;
    }

    private boolean anchorsFail(Map<Target, PortOutcome> outcomes) {
        return !settings.anchors().isEmpty()
                && settings.anchors().stream().map(outcomes::get).noneMatch(PortOutcome.Open.class::isInstance);
    }

    private void keep(Round round, Instant began, Optional<Instant> cutOffSince, Instant now) {
        transactions.run(() -> {
            switch (round) {
                case Round.CutOff cutOff -> {
                    book.began(began, Optional.of(cutOffSince.orElse(began)));
                    if (cutOffSince.isEmpty()) {
                        publish(new ControllerCutOff(cutOff.failing(), cutOff.serving()));
                    }
                }
                case Round.Decided decided -> {
                    book.began(began, Optional.empty());
                    book.keep(decided.nodes(), now);
                    decided.nodes().stream().filter(Judged::changed).forEach(judged -> publish(change(judged, now)));
                    cutOffSince.ifPresent(since -> publish(new ControllerBack(Duration.between(since, now))));
                }
            }
        });
    }

    private static NodeHealthChanged change(Judged judged, Instant now) {
        var before = judged.subject().state();
        return new NodeHealthChanged(
                judged.subject().key(),
                judged.subject().name(),
                before.verdict(),
                judged.after().verdict().orElseThrow(),
                judged.finding().reason(),
                Duration.between(before.since(), now));
    }

    private void publish(Object event) {
        transactions.afterCommit(() -> events.publishEvent(event));
    }
}
