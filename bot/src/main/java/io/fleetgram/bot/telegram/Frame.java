package io.fleetgram.bot.telegram;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lays out a screen as every screen is laid out: breadcrumb, what one came for, facts, freshness; then rows of acts and of
 * ways deeper, and the last row with Back, Refresh and Home.
 */
public final class Frame {

    private static final int BUTTONS_IN_A_ROW = 3;
    private static final String BETWEEN_CRUMBS = " › ";
    private static final String LINE_END = "\n";

    private final Request request;
    private final List<Html> lines = new ArrayList<>();
    private final List<List<Button>> rows = new ArrayList<>();

    private Frame(Request request) {
        this.request = request;
    }

    /** Begins with the breadcrumb: the names of the screens above, then this one's. */
    public static Frame of(Request request, String... crumbs) {
        var frame = new Frame(request);
        var last = Html.bold(crumbs[crumbs.length - 1]);
        var above = String.join(BETWEEN_CRUMBS, Arrays.copyOf(crumbs, crumbs.length - 1));
        return frame.line(
                crumbs.length == 1 ? last : Html.text(above + BETWEEN_CRUMBS).plus(last));
    }

    public Frame line(Html line) {
        lines.add(line);
        return this;
    }

    public Frame line(Optional<Html> line) {
        line.ifPresent(lines::add);
        return this;
    }

    public Frame lines(List<Html> more) {
        lines.addAll(more);
        return this;
    }

    /** Leaves a line empty, unless nothing stands above it but an empty line. */
    public Frame gap() {
        return lines.getLast().equals(Html.EMPTY) ? this : line(Html.EMPTY);
    }

    /** Says as of when the facts are. */
    public Frame asOf(Instant now) {
        return gap().line(request.texts().html("frame.asof", request.texts().clock(now)));
    }

    public Frame row(Button... buttons) {
        return row(List.of(buttons));
    }

    public Frame row(List<Button> buttons) {
        for (int from = 0; from < buttons.size(); from += BUTTONS_IN_A_ROW) {
            rows.add(buttons.subList(from, Math.min(buttons.size(), from + BUTTONS_IN_A_ROW)));
        }
        return this;
    }

    /** Adds the row that turns pages, if there is more than one; {@code pages} says where page n is, from 0. */
    public Frame pages(Paging paging, java.util.function.IntFunction<Address> pages) {
        if (paging.count() > 1) {
            var here = request.texts().plain("frame.page", paging.page() + 1, paging.count());
            rows.add(List.of(
                    Button.to("‹", pages.apply(paging.before())),
                    Button.to(here, pages.apply(paging.page())),
                    Button.to("›", pages.apply(paging.after()))));
        }
        return this;
    }

    /** Ends with Back, Refresh and Home. */
    public View view(String backLabel, Address back) {
        return end(List.of(Button.to("‹ " + backLabel, back), refresh(), home()));
    }

    /** Ends with Refresh and Home, for what stands right below home. */
    public View view() {
        return end(List.of(refresh(), home()));
    }

    /** Ends the home screen itself. */
    public View homeView() {
        return end(List.of(refresh()));
    }

    private Button refresh() {
        return Button.to(request.texts().plain("frame.refresh"), request.address());
    }

    private Button home() {
        return Button.to(request.texts().plain("frame.home"), Address.HOME);
    }

    private View end(List<Button> last) {
        rows.add(last);
        var markup = String.join(LINE_END, lines.stream().map(Html::markup).toList());
        return new View(new Html(markup), rows, Optional.empty());
    }
}
