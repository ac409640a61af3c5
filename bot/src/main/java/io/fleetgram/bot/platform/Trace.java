package io.fleetgram.bot.platform;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * The trace id of what this thread is working on: every log line carries it (MDC key {@code trace}), every audit entry
 * and every reply that speaks of a failure.
 */
public final class Trace {

    /** The name under which log patterns print the trace id. */
    public static final String KEY = "trace";

    private Trace() {}

    /** Runs work under a trace id and puts back the one that was there before. */
    public static <T> T under(TraceId trace, Supplier<T> work) {
        var before = MDC.get(KEY);
        MDC.put(KEY, trace.text());
        try {
            return work.get();
        } finally {
            if (before == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, before);
            }
        }
    }

    /** Returns the trace id of this thread's work, if it runs under one. */
    public static Optional<TraceId> current() {
        return Optional.ofNullable(MDC.get(KEY)).map(TraceId::new);
    }
}
