package io.fleetgram.demo.emulator.text;

/** Finds halves of surrogate pairs that stand alone: text no UTF-8 can carry. */
final class Surrogates {
    private Surrogates() {}

    static boolean isUnmatched(CharSequence text) {
        return text.codePoints().anyMatch(code -> code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE);
    }
}
