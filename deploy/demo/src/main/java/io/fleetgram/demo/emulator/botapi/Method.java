package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;

/** One method of the Bot API; runs in a turn of the world. */
@FunctionalInterface
public interface Method {

    /**
     * Does what the request asks.
     *
     * @return the answer's {@code result}
     * @throws Refusal if the server would refuse
     */
    JsonNode call(Arguments arguments) throws InterruptedException;
}
