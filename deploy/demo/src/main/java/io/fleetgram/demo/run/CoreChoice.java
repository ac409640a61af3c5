package io.fleetgram.demo.run;

import io.fleetgram.demo.stack.DidNotStart;
import io.fleetgram.parts.Found;
import io.fleetgram.parts.core.CoreBinary;
import io.fleetgram.parts.core.CoreKind;
import io.fleetgram.parts.core.Cores;

/** Which core the nodes run, as {@code --core} says it. */
public enum CoreChoice {
    auto,
    xray,
    v2ray,
    simulated;

    /**
     * Finds the core, fetching it if need be.
     *
     * @throws DidNotStart if the one that was asked for cannot be had
     */
    public CoreBinary core() {
        return switch (this) {
            case auto -> Cores.best();
            case xray -> only(CoreKind.XRAY);
            case v2ray -> only(CoreKind.V2RAY);
            case simulated -> only(CoreKind.SIMULATED);
        };
    }

    private static CoreBinary only(CoreKind kind) {
        return switch (Cores.find(kind)) {
            case Found.Present<CoreBinary> present -> present.value();
            case Found.Missing<CoreBinary> missing ->
                throw new DidNotStart("%s cannot be had: %s".formatted(kind.title(), missing.why()));
        };
    }
}
