package io.fleetgram.bot.telegram.app;

import io.fleetgram.bot.telegram.Address;
import java.util.Map;

/**
 * A dialog in the middle.
 *
 * @param started the address that started it
 * @param step the key of the question that was asked last
 * @param answers by step key
 */
public record DialogState(Address started, String step, Map<String, String> answers) {

    public DialogState {
        answers = Map.copyOf(answers);
    }
}
