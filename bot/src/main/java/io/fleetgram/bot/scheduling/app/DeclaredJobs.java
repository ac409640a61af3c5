package io.fleetgram.bot.scheduling.app;

import io.fleetgram.bot.scheduling.Declaration;
import io.fleetgram.bot.scheduling.Job;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Every job by its name. Refuses to start when a name is malformed or claimed twice. */
public final class DeclaredJobs {

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** So that every address of the jobs screen fits into a button. */
    private static final int LONGEST_NAME = 40;

    /** A job with what it declared once. */
    public record Declared(Declaration declaration, Job job) {}

    private final SortedMap<String, Declared> byName = new TreeMap<>();

    public DeclaredJobs(List<Job> jobs) {
        for (var job : jobs) {
            var declared = new Declared(job.declare(), job);
            var name = declared.declaration().name();
            if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
                throw new IllegalStateException("the job name \"" + name + "\" is not made of letters and hyphens");
            }
            var other = byName.put(name, declared);
            if (other != null) {
                throw new IllegalStateException("the job name \"" + name + "\" is claimed by both "
                        + other.job().getClass().getName() + " and "
                        + job.getClass().getName());
            }
        }
    }

    /** By name, in alphabetical order. */
    public Collection<Declared> all() {
        return List.copyOf(byName.values());
    }

    public List<Declaration> of(Declaration.Spread spread) {
        return byName.values().stream()
                .map(Declared::declaration)
                .filter(declaration -> declaration.spread() == spread)
                .toList();
    }

    public Optional<Declared> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
