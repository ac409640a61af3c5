package io.fleetgram.agent.core.file;

import io.fleetgram.agent.core.Account;
import io.fleetgram.agent.core.CoreIdentity;
import io.fleetgram.agent.core.UserFact;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * One line of what is written down about a core: words with one space between, the first of which says what it is.
 *
 * <p>Tags and e-mails have no spaces; passwords are base64.
 */
sealed interface ContentLine {

    /** All that follows is about this run of the core. */
    record OfRun(CoreIdentity core) implements ContentLine {}

    /** The core's API answers on this port. */
    record ApiAt(int port) implements ContentLine {}

    /** The core has this inbound. */
    record HasInbound(String tag, int port, String fingerprint) implements ContentLine {}

    record OfUser(UserFact fact) implements ContentLine {}

    default String text() {
        return switch (this) {
            case OfRun of -> "run " + of.core().text();
            case ApiAt at -> "api " + at.port();
            case HasInbound has -> "inbound " + has.tag() + " " + has.port() + " " + has.fingerprint();
            case OfUser of -> text(of.fact());
        };
    }

    private static String text(UserFact fact) {
        var user = fact.tag() + " " + fact.email();
        return switch (fact) {
            case UserFact.Has has -> "has " + user + " " + text(has.account());
            case UserFact.Lacks lacks -> "lacks " + user;
            case UserFact.Unsure unsure -> "unsure " + user;
        };
    }

    /**
     * Reads what {@link #text} returned.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static ContentLine parse(String line) {
        String[] words = line.split(" ", -1);
        return switch (words[0] + words.length) {
            case "run4" -> new OfRun(CoreIdentity.parse(line.substring("run ".length())));
            case "api2" -> new ApiAt(Integer.parseInt(words[1]));
            case "inbound4" -> new HasInbound(words[1], Integer.parseInt(words[2]), words[3]);
            case "has6" -> new OfUser(new UserFact.Has(words[1], words[2], account(words[3], words[4], words[5])));
            case "lacks3" -> new OfUser(new UserFact.Lacks(words[1], words[2]));
            case "unsure3" -> new OfUser(new UserFact.Unsure(words[1], words[2]));
            default -> throw new IllegalArgumentException("not a line about a core: " + line);
        };
    }

    /** Always three words, the last of which may be empty. */
    private static String text(Account account) {
        return switch (account) {
            case Account.Vless vless -> "vless " + vless.id() + " " + vless.flow();
            case Account.Vmess vmess -> "vmess " + vmess.id() + " ";
            case Account.Trojan trojan -> "trojan " + base64(trojan.password()) + " ";
            case Account.Shadowsocks shadowsocks -> "shadowsocks " + base64(shadowsocks.password()) + " ";
        };
    }

    private static Account account(String protocol, String secret, String flow) {
        return switch (protocol) {
            case "vless" -> new Account.Vless(UUID.fromString(secret), flow);
            case "vmess" -> new Account.Vmess(UUID.fromString(secret));
            case "trojan" -> new Account.Trojan(fromBase64(secret));
            case "shadowsocks" -> new Account.Shadowsocks(fromBase64(secret));
            default -> throw new IllegalArgumentException("not a protocol: " + protocol);
        };
    }

    private static String base64(String password) {
        return Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8));
    }

    private static String fromBase64(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
