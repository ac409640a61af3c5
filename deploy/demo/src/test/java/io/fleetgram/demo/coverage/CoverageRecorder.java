package io.fleetgram.demo.coverage;

import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Writes down what passing tests have shown; the page is made when the last test of the run has ended. */
final class CoverageRecorder implements AfterTestExecutionCallback {

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (context.getExecutionException().isPresent()) {
            return;
        }
        var run = context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(Run.class, key -> new Run(), Run.class);
        var core = context.getRequiredTestInstance() instanceof RunsOnCore on ? on.coreName() : "no core needed";
        var test = context.getRequiredTestMethod().getName().replace('_', ' ');
        for (var id : context.getRequiredTestMethod().getAnnotation(Shows.class).value()) {
            run.seen.add(new CoveragePage.Seen(id, test, core));
        }
    }

    /** What one run of the tests has shown so far. */
    private static final class Run implements AutoCloseable {

        private final ConcurrentLinkedQueue<CoveragePage.Seen> seen = new ConcurrentLinkedQueue<>();

        @Override
        public void close() {
            CoveragePage.target().ifPresent(page -> CoveragePage.write(page, seen));
        }
    }
}
