package io.fleetgram.bot.accounts.telegram;

import io.fleetgram.bot.accounts.AccountFilter;
import io.fleetgram.bot.accounts.AccountStatus;
import io.fleetgram.bot.telegram.Address;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The arguments of the list of accounts.
 *
 * @param page from 0
 */
record AccountsAddress(int page, AccountFilter filter) {

    /** Statuses in the order in which the filter's button goes through them. */
    private static final List<AccountStatus> STATUSES = List.of(AccountStatus.ACTIVE, AccountStatus.SUSPENDED);

    /** What is left of 64 bytes when name, page and the longest status have theirs. */
    private static final int BYTES_FOR_TEXT = 36;

    static AccountsAddress of(Address address) {
        var status = STATUSES.stream()
                .filter(each -> letters(each).equals(address.argument(1)))
                .findFirst();
        var text = Optional.of(address.argument(2)).filter(words -> !words.isEmpty());
        return new AccountsAddress(address.number(0), new AccountFilter(status, text));
    }

    Address address() {
        return Address.of(
                AccountsScreen.NAME,
                page,
                filter.status().map(AccountsAddress::letters).orElse(""),
                filter.text()
                        .map(words -> Address.argumentOf(words, BYTES_FOR_TEXT))
                        .orElse(""));
    }

    AccountsAddress onPage(int other) {
        return new AccountsAddress(other, filter);
    }

    /** Returns the list with the status that the filter's button leads to; after the last comes every status. */
    AccountsAddress withNextStatus() {
        int next = filter.status().map(STATUSES::indexOf).orElse(-1) + 1;
        var status = next < STATUSES.size() ? Optional.of(STATUSES.get(next)) : Optional.<AccountStatus>empty();
        return new AccountsAddress(0, new AccountFilter(status, filter.text()));
    }

    boolean filters() {
        return filter.status().isPresent() || filter.text().isPresent();
    }

    private static String letters(AccountStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
