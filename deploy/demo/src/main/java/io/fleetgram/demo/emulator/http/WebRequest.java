package io.fleetgram.demo.emulator.http;

import io.fleetgram.demo.emulator.botapi.Arguments;
import java.util.Map;
import java.util.Optional;

/**
 * A request as endpoints see it.
 *
 * @param verb e.g. {@code GET}
 * @param query as in the address, still encoded
 * @param contentType empty if none was given
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
record WebRequest(String verb, String path, String query, String contentType, byte[] body) {

    /** The arguments in query and body, or nothing if the body is not what its content type says. */
    Optional<Arguments> arguments() {
        return Bodies.read(query, contentType, body);
    }

    /** A parameter of the query. */
    Optional<String> parameter(String name) {
        Map<String, String> parameters = Bodies.form(query);
        return Optional.ofNullable(parameters.get(name));
    }
}
