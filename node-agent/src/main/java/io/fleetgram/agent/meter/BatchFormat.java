package io.fleetgram.agent.meter;

import io.fleetgram.agent.controller.Cursor;
import java.time.Instant;
import java.util.List;

/** Writes the bytes of a batch as the controller reads them. */
@FunctionalInterface
public interface BatchFormat {

    byte[] bytes(Cursor position, List<TrafficRow> rows, Instant sealedAt);
}
