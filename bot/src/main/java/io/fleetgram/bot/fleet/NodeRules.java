package io.fleetgram.bot.fleet;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the fields of a node may hold.
 *
 * <p>Each method returns what is wrong with a value and what would be right, as one sentence for the person who typed it;
 * empty when the value is good.
 */
public final class NodeRules {

    public static final int LONGEST_NAME = 64;
    public static final int LONGEST_REGION = 64;
    public static final int LONGEST_NOTE = 1_000;
    public static final int MOST_TAGS = 20;
    public static final int HIGHEST_WEIGHT = 1_000;
    public static final int HIGHEST_CAPACITY = 1_000_000;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]*");
    private static final Pattern TAG = Pattern.compile("[a-z0-9][a-z0-9_-]{0,31}");
    private static final Pattern IPV4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)");
    private static final Pattern LOOKS_LIKE_IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    // RFC 1123: labels of at most 63 letters, digits and inner hyphens; the last label holds a letter.
    private static final Pattern DOMAIN = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*(?=[^.]*[A-Za-z])[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
    private static final int LONGEST_DOMAIN = 253;

    private NodeRules() {}

    public static Optional<String> faultInName(String name) {
        boolean good = name.length() <= LONGEST_NAME
                && NAME.matcher(name).matches()
                && name.strip().equals(name);
        return unless(
                good,
                "A node's name has 1 to %d letters, digits, spaces, dots, hyphens or underscores and begins with a letter or digit, like de-1."
                        .formatted(LONGEST_NAME));
    }

    public static Optional<String> faultInAddress(String address) {
        return unless(
                isIpv4(address) || isIpv6(address) || isDomain(address),
                "The public address is an IPv4 or IPv6 address or a domain without port, like 203.0.113.7 or de1.example.org.");
    }

    public static Optional<String> faultInRegion(String region) {
        return unless(
                isLine(region, LONGEST_REGION),
                "A region is one line of 1 to %d characters.".formatted(LONGEST_REGION));
    }

    public static Optional<String> faultInNote(String note) {
        return unless(
                !note.isBlank() && note.length() <= LONGEST_NOTE,
                "A note has 1 to %d characters.".formatted(LONGEST_NOTE));
    }

    public static Optional<String> faultInTag(String tag) {
        return unless(
                TAG.matcher(tag).matches(),
                "A tag has 1 to 32 lower-case letters, digits, hyphens or underscores, like premium.");
    }

    public static Optional<String> faultInWeight(int weight) {
        return unless(
                weight >= 1 && weight <= HIGHEST_WEIGHT,
                "A weight is a whole number from 1 to %,d; 100 is usual.".formatted(HIGHEST_WEIGHT));
    }

    public static Optional<String> faultInCapacity(int accounts) {
        return unless(
                accounts >= 1 && accounts <= HIGHEST_CAPACITY,
                "A capacity is a number of accounts from 1 to %,d.".formatted(HIGHEST_CAPACITY));
    }

    private static boolean isIpv4(String text) {
        return IPV4.matcher(text).matches();
    }

    private static boolean isIpv6(String text) {
        if (!LOOKS_LIKE_IPV6.matcher(text).matches()) {
            return false;
        }
        try {
            // A text with a colon is a literal: nothing is asked of DNS.
            return InetAddress.getByName(text) != null;
        } catch (UnknownHostException notAnAddress) {
            return false;
        }
    }

    private static boolean isDomain(String text) {
        return text.length() <= LONGEST_DOMAIN && DOMAIN.matcher(text).matches();
    }

    private static boolean isLine(String text, int longest) {
        return !text.isBlank()
                && text.length() <= longest
                && text.strip().equals(text)
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<String> unless(boolean good, String fault) {
        return good ? Optional.empty() : Optional.of(fault);
    }
}
