package io.fleetgram.parts;

import java.util.Optional;
import java.util.function.Function;

/** A part that can be had here, or the reason why it cannot. */
public sealed interface Found<T> {

    record Present<T>(T value) implements Found<T> {}

    /** {@code why} names what was tried, in words for the person who runs the build. */
    record Missing<T>(String why) implements Found<T> {}

    default Optional<T> toOptional() {
        return switch (this) {
            case Present<T> present -> Optional.of(present.value());
            case Missing<T> missing -> Optional.empty();
        };
    }

    default <R> Found<R> map(Function<T, R> change) {
        return switch (this) {
            case Present<T> present -> new Present<>(change.apply(present.value()));
            case Missing<T> missing -> new Missing<>(missing.why());
        };
    }
}
