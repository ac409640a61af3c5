package io.fleetgram.agent.core.file;

import io.fleetgram.agent.core.Account;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * One line of what is written down about a core: words with one space between, the first of which says what it is.
 *
 * <p>Tags and e-mails have no spaces; passwords are base64.
 */
public sealed interface ContentLine {

    /** The core's API answers on this port. */
    record ApiAt(int port) implements ContentLine {}

    /** The core has this inbound. */
    record HasInbound(String tag, String fingerprint) implements ContentLine {}

    /** The core has this user. */
    record HasUser(String tag, String email, Account account) implements ContentLine {}

    /** The core has no such user. */
    record LacksUser(String tag, String email) implements ContentLine {}

    /** A change of this user was sent and its outcome is not known. */
    record Unsure(String tag, String email) implements ContentLine {}

    default String text() {
        return switch (this) {
            case ApiAt at -> "api " + at.port();
            case HasInbound has -> "inbound " + has.tag() + " " + has.fingerprint();
            case HasUser has -> "has " + has.tag() + " " + has.email() + " " + text(has.account());
            case LacksUser lacks -> "lacks " + lacks.tag() + " " + lacks.email();
            case Unsure unsure -> "unsure " + unsure.tag() + " " + unsure.email();
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
            case "api2" -> new ApiAt(Integer.parseInt(words[1]));
            case "inbound3" -> new HasInbound(words[1], words[2]);
            case "has6" -> new HasUser(words[1], words[2], account(words[3], words[4], words[5]));
            case "lacks3" -> new LacksUser(words[1], words[2]);
            case "unsure3" -> new Unsure(words[1], words[2]);
            default -> throw new IllegalArgumentException("not a line about a core: " + line);
        };
    }

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
