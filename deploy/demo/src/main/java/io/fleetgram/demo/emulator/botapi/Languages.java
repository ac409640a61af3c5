package io.fleetgram.demo.emulator.botapi;

/** Reads {@code language_code}. */
final class Languages {
    private Languages() {}

    /** Two small letters, or empty for all languages. */
    static String check(Arguments arguments) {
        var code = arguments.text("language_code");
        if (!code.matches("(?:[a-z]{2})?")) {
            throw Refusal.badRequest("Invalid language code specified");
        }
        return code;
    }
}
