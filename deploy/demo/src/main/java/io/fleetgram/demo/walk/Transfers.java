package io.fleetgram.demo.walk;

import io.fleetgram.parts.traffic.ByteTarget;
import io.fleetgram.parts.traffic.PlainHttp.Transfer;
import io.fleetgram.parts.traffic.ProxyClient;
import io.fleetgram.parts.traffic.ShareLink;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A user's traffic through one share link, known to the byte. */
public final class Transfers {

    /**
     * What went over a client's streams.
     *
     * @param client the program that was the client
     */
    public record Done(String client, long uplink, long downlink) {}

    private Transfers() {}

    /** Downloads and uploads so many bytes, a stream each, with a client of its own. */
    public static Done through(ShareLink link, ByteTarget target, long download, long upload) {
        try (var client = ProxyClient.open(link)) {
            Transfer down = client.get(target.bytes(download));
            Transfer up = client.post(target.swallowing(), upload);
            return new Done(client.title(), down.sent() + up.sent(), down.received() + up.received());
        } catch (IOException e) {
            throw new UncheckedIOException("The bytes did not come through " + link, e);
        }
    }
}
