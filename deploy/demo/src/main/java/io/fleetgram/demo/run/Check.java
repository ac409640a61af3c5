package io.fleetgram.demo.run;

import io.fleetgram.demo.stack.Stack;
import io.fleetgram.demo.stack.Until;
import io.fleetgram.demo.walk.AccountCard;
import io.fleetgram.demo.walk.Bytes;
import io.fleetgram.demo.walk.OwnerInChat;
import io.fleetgram.demo.walk.Subscription;
import io.fleetgram.demo.walk.Transfers;
import io.fleetgram.parts.traffic.ByteTarget;
import io.fleetgram.parts.traffic.ShareLink;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The main job, done through the chat: a new account, its subscription, 5 MB through every node with a real client, and the bytes seen on
 * the account's card.
 */
final class Check {

    private static final String ACCOUNT = "check";
    private static final long DOWNLOAD = 5_000_000;
    private static final long UPLOAD = 500_000;
    private static final Duration COUNTED = Duration.ofSeconds(60);

    private final Stack stack;
    private final OwnerInChat owner;
    private final Progress progress;

    Check(Stack stack, OwnerInChat owner, Progress progress) {
        this.stack = stack;
        this.owner = owner;
        this.progress = progress;
    }

    /** What one node is to be shown with, and is. */
    private record Row(String node, String links, String client, AccountCard.Shown sent, AccountCard.Shown counted) {

        boolean good() {
            return sent.equals(counted);
        }
    }

    /** Returns whether every node's bytes were counted as they went. */
    boolean passes(int nodes) throws InterruptedException {
        owner.addAccount(ACCOUNT);
        var links = Subscription.links(owner.link(ACCOUNT));
        var sent = new LinkedHashMap<Integer, Sum>();
        try (var target = ByteTarget.start()) {
            for (int number = 1; number <= nodes; number++) {
                var address = stack.nodes().number(number).address();
                var own = links.stream()
                        .filter(link -> link.host().equals(address))
                        .toList();
                if (own.isEmpty()) {
                    throw new AssertionError("The subscription has no server on " + Fleet.name(number));
                }
                progress.say(
                        "check: %d MB through %s".formatted(own.size() * DOWNLOAD / 1_000_000, Fleet.name(number)));
                sent.put(number, send(own, target));
            }
        }
        progress.say("check: waiting until the chat shows the bytes");
        var rows = rows(sent, nodes == 1);
        owner.acts(ACCOUNT, "Delete");
        print(rows);
        return rows.stream().allMatch(Row::good);
    }

    private record Sum(String links, String client, long uplink, long downlink) {
        AccountCard.Shown shown() {
            return new AccountCard.Shown(Bytes.shown(uplink), Bytes.shown(downlink));
        }
    }

    private static Sum send(List<ShareLink> links, ByteTarget target) {
        var client = "";
        long uplink = 0;
        long downlink = 0;
        for (var link : links) {
            var done = Transfers.through(link, target, DOWNLOAD, UPLOAD);
            client = done.client();
            uplink += done.uplink();
            downlink += done.downlink();
        }
        var names = String.join(", ", links.stream().map(ShareLink::security).toList());
        return new Sum(names, client, uplink, downlink);
    }

    /** Looks at the card again and again until it shows what went, or the time is over. */
    private List<Row> rows(Map<Integer, Sum> sent, boolean oneNode) throws InterruptedException {
        var rows = List.<Row>of();
        var deadline = System.nanoTime() + COUNTED.toNanos();
        do {
            var card = owner.account(ACCOUNT);
            rows = sent.entrySet().stream()
                    .map(entry -> row(Fleet.name(entry.getKey()), entry.getValue(), card, oneNode))
                    .toList();
        } while (!rows.stream().allMatch(Row::good) && System.nanoTime() < deadline && Until.aMoment());
        return rows;
    }

    private static Row row(String node, Sum sum, AccountCard card, boolean oneNode) {
        var counted = oneNode ? card.used() : card.usedOn(node).orElse(new AccountCard.Shown("nothing", "nothing"));
        return new Row(node, sum.links(), sum.client(), sum.shown(), counted);
    }

    private void print(List<Row> rows) {
        var format = "%-8s %-16s %-16s %-22s %-22s %s";
        progress.plain("");
        progress.plain(format.formatted("node", "security", "client", "sent", "counted", ""));
        for (var row : rows) {
            progress.plain(format.formatted(
                    row.node(),
                    row.links(),
                    row.client(),
                    words(row.sent()),
                    words(row.counted()),
                    row.good() ? "ok" : "WRONG"));
        }
    }

    private static String words(AccountCard.Shown shown) {
        return "↑ %s ↓ %s".formatted(shown.uplink(), shown.downlink());
    }
}
