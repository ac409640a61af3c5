package io.fleetgram.parts.traffic;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** HTTP by hand over any two streams, for those who must know every byte that went over them. */
public record PlainHttp(InputStream input, OutputStream output) {

    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *(\\d+)");
    private static final int LONGEST_HEAD = 16 * 1024;

    /**
     * One request and its answer.
     *
     * @param sent every byte written, the request's head included
     * @param received every byte read, the answer's head included
     * @param body bytes of the answer's body
     */
    public record Transfer(long sent, long received, long body) {}

    /** Asks for the address and reads the whole answer. */
    public Transfer get(URI address) throws IOException {
        var head = "GET %s HTTP/1.1\r\nHost: %s\r\n\r\n".formatted(address.getPath(), address.getAuthority());
        return answer(write(head));
    }

    /** Sends a body of so many zero bytes and reads the whole answer. */
    public Transfer post(URI address, long length) throws IOException {
        var sent = write("POST %s HTTP/1.1\r\nHost: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(address.getPath(), address.getAuthority(), length));
        var block = new byte[16 * 1024];
        for (long left = length; left > 0; left -= block.length) {
            output.write(block, 0, (int) Math.min(left, block.length));
        }
        output.flush();
        return answer(sent + length);
    }

    private long write(String head) throws IOException {
        var bytes = head.getBytes(StandardCharsets.US_ASCII);
        output.write(bytes);
        output.flush();
        return bytes.length;
    }

    private Transfer answer(long sent) throws IOException {
        var head = readHead();
        var length = LENGTH.matcher(head);
        var body = length.find() ? Long.parseLong(length.group(1)) : 0;
        input.skipNBytes(body);
        return new Transfer(sent, head.length() + body, body);
    }

    private String readHead() throws IOException {
        var head = new ByteArrayOutputStream();
        while (head.size() < LONGEST_HEAD) {
            var next = input.read();
            if (next < 0) {
                throw new EOFException("The answer ended after " + head.size() + " bytes of its head");
            }
            head.write(next);
            if (next == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        throw new IOException("The answer's head is longer than " + LONGEST_HEAD + " bytes");
    }
}
