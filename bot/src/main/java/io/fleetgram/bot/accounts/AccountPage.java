package io.fleetgram.bot.accounts;

import java.util.List;

/**
 * Some of the accounts that a filter lets through, by name.
 *
 * @param total how many there are on all pages
 */
public record AccountPage(List<Account> accounts, int total) {

    public AccountPage {
        accounts = List.copyOf(accounts);
    }
}
