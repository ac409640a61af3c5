package io.fleetgram.demo.emulator.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code multipart/form-data} (RFC 7578). */
final class Multipart {

    /** One part; without a file name it is a plain field. */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Part(String name, Optional<String> fileName, String mediaType, byte[] content) {}

    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("[;\\s]name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern FILE_NAME = Pattern.compile("[;\\s]filename=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("^content-type:\\s*([^\\r\\n]+)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private Multipart() {}

    /** The parts, or nothing if there is no boundary or the last one is missing. */
    static Optional<List<Part>> read(String contentType, byte[] body) {
        var match = BOUNDARY.matcher(contentType);
        if (!match.find()) {
            return Optional.empty();
        }
        var boundary = match.group(1) == null ? match.group(2) : match.group(1);
        return parts(body, ("--" + boundary).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<List<Part>> parts(byte[] body, byte[] delimiter) {
        var parts = new ArrayList<Part>();
        int at = find(body, delimiter, 0);
        while (at >= 0) {
            int start = at + delimiter.length;
            if (start + 1 < body.length && body[start] == '-' && body[start + 1] == '-') {
                return Optional.of(parts);
            }
            int next = find(body, delimiter, start);
            int headEnd = find(body, HEAD_END, start);
            if (next < 0 || headEnd < 0 || headEnd > next) {
                return Optional.empty();
            }
            var head = new String(body, start, headEnd - start, StandardCharsets.UTF_8).strip();
            // The line break before a delimiter belongs to the delimiter.
            var content = Arrays.copyOfRange(body, headEnd + HEAD_END.length, Math.max(headEnd + 4, next - 2));
            parts.add(part(head, content));
            at = next;
        }
        return Optional.empty();
    }

    private static Part part(String head, byte[] content) {
        var name = NAME.matcher(head);
        var fileName = FILE_NAME.matcher(head);
        var mediaType = MEDIA_TYPE.matcher(head);
        return new Part(
                name.find() ? name.group(1) : "",
                fileName.find() ? Optional.of(fileName.group(1)) : Optional.empty(),
                mediaType.find() ? mediaType.group(1).strip() : "application/octet-stream",
                content);
    }

    private static int find(byte[] in, byte[] what, int from) {
        for (int at = from; at <= in.length - what.length; at++) {
            if (in[at] == what[0] && Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        return -1;
    }
}
