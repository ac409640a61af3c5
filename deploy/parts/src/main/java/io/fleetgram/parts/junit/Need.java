package io.fleetgram.parts.junit;

import io.fleetgram.parts.Found;
import io.fleetgram.parts.RealPart;
import org.opentest4j.TestAbortedException;

/** What a test says before it uses a real part. */
public final class Need {

    private Need() {}

    /**
     * The part, if it can be had. Else the calling test ends here: it fails where the part is required, and otherwise is skipped
     * and the part is named at the end of the build.
     */
    public static <T> T of(RealPart part, Found<T> found) {
        return switch (found) {
            case Found.Present<T> present -> present.value();
            case Found.Missing<T> missing -> throw skip(part, missing.why());
        };
    }

    /** For a test that does what it can without the part: notes one that is missing, or fails where it is required. */
    public static void note(RealPart part, Found<?> found) {
        if (found instanceof Found.Missing<?> missing) {
            note(part, missing.why());
        }
    }

    private static TestAbortedException skip(RealPart part, String why) {
        note(part, why);
        return new TestAbortedException(part.title() + " cannot be had: " + why);
    }

    private static void note(RealPart part, String why) {
        if (part.required()) {
            throw new AssertionError("%s is required (-D%s=required) and cannot be had: %s"
                    .formatted(part.title(), part.property(), why));
        }
        SkippedParts.ofThisBuild().add(part, why);
    }
}
