package io.fleetgram.demo.walk;

import io.fleetgram.demo.stack.Until;
import io.fleetgram.parts.traffic.ByteTarget;
import io.fleetgram.parts.traffic.PlainHttp.Transfer;
import io.fleetgram.parts.traffic.ProxyClient;
import io.fleetgram.parts.traffic.ShareLink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;

/** A user's traffic through one share link, known to the byte. */
public final class Transfers {

    private static final Duration ACTIVE = Duration.ofSeconds(20);

    /**
     * What went over a client's streams.
     *
     * @param client the program that was the client
     */
    public record Done(String client, long uplink, long downlink) {}

    private Transfers() {}

    /**
     * Downloads and uploads so many bytes, a stream each, with a client of its own. Before that it asks for one byte until the node
     * knows the account; that byte counts, and a refused stream has none.
     */
    public static Done through(ShareLink link, ByteTarget target, long download, long upload) {
        try (var client = ProxyClient.open(link)) {
            var first = Until.present(ACTIVE, () -> oneByte(client, target))
                    .orElseThrow(() -> new IOException("no stream was served within " + ACTIVE.toSeconds() + " s"));
            var down = client.get(target.bytes(download));
            var up = client.post(target.swallowing(), upload);
            return new Done(
                    client.title(),
                    first.sent() + down.sent() + up.sent(),
                    first.received() + down.received() + up.received());
        } catch (IOException e) {
            throw new UncheckedIOException("The bytes did not come through " + link, e);
        }
    }

    private static Optional<Transfer> oneByte(ProxyClient client, ByteTarget target) {
        try {
            return Optional.of(client.get(target.bytes(1)));
        } catch (IOException refused) {
            return Optional.empty();
        }
    }
}
