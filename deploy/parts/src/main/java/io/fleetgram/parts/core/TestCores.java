package io.fleetgram.parts.core;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.RealPart;
import io.fleetgram.parts.junit.Need;
import java.util.List;

/** The cores for tests, by the rule for real parts: a missing one is named at the end of the build, or fails where required. */
public final class TestCores {

    private TestCores() {}

    /** Every core that can be had, for a test that runs on each. */
    public static List<CoreBinary> every() {
        for (var kind : List.of(CoreKind.XRAY, CoreKind.V2RAY)) {
            Need.note(part(kind), Cores.find(kind));
        }
        return Cores.found();
    }

    /** Every real core that can be had; none where none is to be had, so the test must allow for zero invocations. */
    public static List<CoreBinary> real() {
        return every().stream()
                .filter(core -> core.kind() != CoreKind.SIMULATED)
                .toList();
    }

    /** One core; where it cannot be had the calling test is skipped or fails. */
    public static CoreBinary one(CoreKind kind) {
        return switch (Cores.find(kind)) {
            case Found.Present<CoreBinary> present -> present.value();
            case Found.Missing<CoreBinary> missing -> Need.of(part(kind), missing);
        };
    }

    private static RealPart part(CoreKind kind) {
        return switch (kind) {
            case XRAY -> RealPart.XRAY;
            case V2RAY -> RealPart.V2RAY;
            case SIMULATED -> throw new IllegalArgumentException("The simulated core is always there");
        };
    }
}
