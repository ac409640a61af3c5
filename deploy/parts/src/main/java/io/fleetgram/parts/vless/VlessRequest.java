package io.fleetgram.parts.vless;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What a VLESS client says first: who it is, and where its stream goes.
 *
 * <p>On the wire: version 0, the UUID's 16 bytes, the length of the add-ons and the add-ons, the command, the port in network
 * order, and the address with its type. Only the command for a TCP stream is known here.
 */
public record VlessRequest(UUID user, String host, int port) {

    private static final int VERSION = 0;
    private static final int TCP = 1;
    private static final int IPV4 = 1;
    private static final int DOMAIN = 2;
    private static final int IPV6 = 3;

    /** The first bytes are not those of a request for a TCP stream. */
    public static final class NotVless extends IOException {
        private static final long serialVersionUID = 1;

        NotVless(String what) {
            super(what);
        }
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeLong(user.getMostSignificantBits());
            out.writeLong(user.getLeastSignificantBits());
            out.writeByte(0);
            out.writeByte(TCP);
            out.writeShort(port);
            if (host.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")) {
                out.writeByte(IPV4);
                out.write(InetAddress.getByName(host).getAddress());
            } else {
                var name = host.getBytes(StandardCharsets.US_ASCII);
                out.writeByte(DOMAIN);
                out.writeByte(name.length);
                out.write(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    public static VlessRequest read(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != VERSION) {
            throw new NotVless("not version 0");
        }
        var user = new UUID(in.readLong(), in.readLong());
        in.skipNBytes(in.readUnsignedByte());
        var command = in.readUnsignedByte();
        if (command != TCP) {
            throw new NotVless("command " + command + " is not that for a TCP stream");
        }
        var port = in.readUnsignedShort();
        return new VlessRequest(user, readHost(in), port);
    }

    private static String readHost(DataInputStream in) throws IOException {
        var type = in.readUnsignedByte();
        return switch (type) {
            case IPV4 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
            case DOMAIN -> new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII);
            case IPV6 -> InetAddress.getByAddress(in.readNBytes(16)).getHostAddress();
            default -> throw new NotVless("address type " + type);
        };
    }
}
