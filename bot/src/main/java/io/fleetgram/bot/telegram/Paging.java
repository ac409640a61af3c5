package io.fleetgram.bot.telegram;

/**
 * Where one is in a list that is shown page by page.
 *
 * @param page from 0
 * @param total entries on all pages
 */
public record Paging(int page, int total) {

    /** Entries on a page. */
    public static final int SIZE = 8;

    /** Returns how many entries come before a page, for the query. */
    public static int offset(int page) {
        return page * SIZE;
    }

    public int count() {
        return Math.max(1, (total + SIZE - 1) / SIZE);
    }

    /** Returns the page before; from the first it leads to the last. */
    public int before() {
        return page == 0 ? count() - 1 : page - 1;
    }

    /** Returns the page after; from the last it leads to the first. */
    public int after() {
        return page + 1 >= count() ? 0 : page + 1;
    }
}
