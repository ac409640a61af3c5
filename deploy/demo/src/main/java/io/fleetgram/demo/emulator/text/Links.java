package io.fleetgram.demo.emulator.text;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says which links a server lets through, in buttons and in texts.
 *
 * <p>{@code http://localhost:8080} is refused, {@code http://127.0.0.1:8080} is not: a host needs a dot. Rules of tdlib,
 * {@code LinkManager::check_link} and {@code parse_url}.
 */
public final class Links {

    /** What came of checking a link. */
    public sealed interface Checked {

        /** Let through, as the server spells it: with a scheme, the host in lower case, at least {@code /} behind it. */
        record Good(String url) implements Checked {}

        /** Refused, in the server's words. */
        record Bad(String reason) implements Checked {}
    }

    private static final Pattern USER =
            Pattern.compile("tg:(?://)?user/?\\?(?:[^#]*&)?id=(\\d{1,18})(?:[&#].*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern APP =
            Pattern.compile("(tg|ton|tonsite):(?://)?([A-Za-z0-9_.-]+)(.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEB = Pattern.compile(
            "(?:([^:/?#@\\[\\]]*)://)?(?:([^/?#]*)@)?(\\[[^\\]/?#]*\\]|[^:/?#@]*)(?::([^/?#]*))?([/?#].*)?",
            Pattern.DOTALL);
    private static final Pattern HOST =
            Pattern.compile("(?:[\\p{IsLatin}\\d.\\-_!$,~*'();&+=]|[^\\x00-\\x7f]|%[0-9a-f]{2})+");

    private Links() {}

    /** The user that a {@code tg://user?id=} link names. */
    public static OptionalLong user(String link) {
        var match = USER.matcher(link);
        return match.matches() ? OptionalLong.of(Long.parseLong(match.group(1))) : OptionalLong.empty();
    }

    public static Checked check(String link) {
        var app = APP.matcher(link);
        if (app.matches() && !link.toLowerCase(Locale.ROOT).startsWith("http")) {
            return new Checked.Good(app.group(1).toLowerCase(Locale.ROOT) + "://"
                    + app.group(2).toLowerCase(Locale.ROOT) + app.group(3));
        }
        var web = WEB.matcher(link.stripTrailing());
        return web.matches() ? web(web) : new Checked.Bad("Wrong HTTP URL");
    }

    private static Checked web(Matcher match) {
        var scheme = match.group(1) == null ? "http" : match.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            return new Checked.Bad("Unsupported URL protocol");
        }
        var port = match.group(4);
        if (port != null && !(port.matches("0*[1-9]\\d{0,4}") && Integer.parseInt(port) <= 65535)) {
            return new Checked.Bad("Wrong port number specified in the URL");
        }
        var host = match.group(3).toLowerCase(Locale.ROOT);
        if (host.isEmpty()) {
            return new Checked.Bad("URL host is empty");
        }
        boolean numbered = host.startsWith("[");
        if (!numbered && !HOST.matcher(host).matches()) {
            return new Checked.Bad("Disallowed character in URL host");
        }
        if (!numbered && !host.contains(".")) {
            return new Checked.Bad("Wrong HTTP URL");
        }
        var user = match.group(2) == null ? "" : match.group(2) + "@";
        return new Checked.Good(scheme + "://" + user + host + (port == null ? "" : ":" + port) + path(match.group(5)));
    }

    private static String path(@Nullable String rest) {
        if (rest == null) {
            return "/";
        }
        return (rest.startsWith("/") ? rest : "/" + rest).replace(" ", "%20").replace("\n", "%0A");
    }
}
