package io.fleetgram.demo.emulator.http;

/** The type under which a file somebody sent may be given to a browser: pictures as such, all else as mere bytes. */
final class SafeMediaTypes {
    private SafeMediaTypes() {}

    static String of(String claimed, byte[] content) {
        if (startsWith(content, 0x89, 'P', 'N', 'G')) {
            return "image/png";
        }
        if (startsWith(content, 0xff, 0xd8)) {
            return "image/jpeg";
        }
        if (startsWith(content, 'G', 'I', 'F', '8')) {
            return "image/gif";
        }
        return claimed.equals("text/plain") ? "text/plain; charset=utf-8" : "application/octet-stream";
    }

    private static boolean startsWith(byte[] content, int... head) {
        if (content.length < head.length) {
            return false;
        }
        for (int i = 0; i < head.length; i++) {
            if ((content[i] & 0xff) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
