package io.fleetgram.bot.accounts.telegram;

import io.fleetgram.bot.accounts.AccountKey;
import io.fleetgram.bot.telegram.Address;

/** Where acts on accounts lead. */
final class AccountPlaces {

    static final Address LIST = Address.of(AccountsScreen.NAME);

    private AccountPlaces() {}

    /** The account's card, which the console draws. */
    static Address card(AccountKey key) {
        return Address.of("account", key);
    }
}
