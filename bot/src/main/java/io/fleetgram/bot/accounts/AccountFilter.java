package io.fleetgram.bot.accounts;

import java.util.Optional;

/**
 * Which accounts a list shows.
 *
 * @param text part of a name, in any case
 */
public record AccountFilter(Optional<AccountStatus> status, Optional<String> text) {

    public static final AccountFilter ALL = new AccountFilter(Optional.empty(), Optional.empty());

    public static AccountFilter named(String text) {
        return new AccountFilter(Optional.empty(), Optional.of(text));
    }
}
