package io.fleetgram.agent.core;

/** Asks a running core about itself. */
@FunctionalInterface
public interface CoreStatistics {

    /** What came of asking. */
    sealed interface Answer {

        record Told(CoreFigures figures) implements Answer {}

        /** No answer within the deadline. */
        record Nothing(String why) implements Answer {}
    }

    Answer read();
}
