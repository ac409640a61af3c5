package io.fleetgram.shared;

import java.util.regex.Pattern;

/**
 * Names one entry of the desired state.
 *
 * <p>Keys of nodes, inbounds and accounts are 1 to 24 lower-case letters and digits, random and never used again, so the
 * core's e-mail of an account on an inbound ({@link UserOnInbound#email}) is unique for all time.
 */
public sealed interface EntryKey {

    /** Returns the form that travels and is hashed. */
    String text();

    record OfInbound(String inbound) implements EntryKey {
        public OfInbound {
            check(inbound);
        }

        @Override
        public String text() {
            return "i/" + inbound;
        }
    }

    record UserOnInbound(String account, String inbound) implements EntryKey {
        public UserOnInbound {
            check(account);
            check(inbound);
        }

        @Override
        public String text() {
            return "a/" + email();
        }

        /** Returns the name of this user in the core and in its counters. */
        public String email() {
            return account + "." + inbound;
        }
    }

    record OfNode(String node) implements EntryKey {
        public OfNode {
            check(node);
        }

        @Override
        public String text() {
            return "n/" + node;
        }
    }

    /** Reads the form that {@link #text} returns. */
    static EntryKey parse(String text) {
        var match = Form.TEXT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("not an entry key: " + text);
        }
        if (match.group("inbound") != null) {
            return new OfInbound(match.group("inbound"));
        }
        if (match.group("node") != null) {
            return new OfNode(match.group("node"));
        }
        return new UserOnInbound(match.group("account"), match.group("on"));
    }

    /** Reads a core's e-mail. */
    static UserOnInbound parseEmail(String email) {
        return (UserOnInbound) parse("a/" + email);
    }

    private static void check(String key) {
        if (!Form.KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("a key is 1 to 24 lower-case letters and digits, not: " + key);
        }
    }

    /** The written form of keys. */
    final class Form {
        private static final Pattern KEY = Pattern.compile("[a-z0-9]{1,24}");
        private static final Pattern TEXT = Pattern.compile(
                "i/(?<inbound>[a-z0-9]{1,24})|n/(?<node>[a-z0-9]{1,24})|a/(?<account>[a-z0-9]{1,24})\\.(?<on>[a-z0-9]{1,24})");

        private Form() {}
    }
}
