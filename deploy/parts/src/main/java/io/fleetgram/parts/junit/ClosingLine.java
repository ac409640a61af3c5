package io.fleetgram.parts.junit;

/** Prints the build's last line: for want of which parts tests were skipped. */
public final class ClosingLine {

    private ClosingLine() {}

    public static void main(String[] arguments) {
        var skipped = SkippedParts.ofThisBuild().lines();
        System.out.println(
                skipped.isEmpty()
                        ? "No test was skipped for want of a real part."
                        : "Tests were skipped for want of " + String.join("; ", skipped));
    }
}
