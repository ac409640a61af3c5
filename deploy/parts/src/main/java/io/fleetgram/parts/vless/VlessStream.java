package io.fleetgram.parts.vless;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** One stream through a VLESS inbound: bytes written go to the target as they are, bytes read are the target's. */
public final class VlessStream implements AutoCloseable {

    private final Socket socket;
    private final DataInputStream in;
    private final InputStream payload = new Payload();
    private boolean answered;

    VlessStream(Socket socket, DataInputStream in) {
        this.socket = socket;
        this.in = in;
    }

    public OutputStream output() throws IOException {
        return socket.getOutputStream();
    }

    public InputStream input() {
        return payload;
    }

    /** Says that no more bytes will be written; reading goes on. */
    public void endOutput() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /** The inbound's answer (its version, add-ons) comes before the first byte of the target. */
    private void readAnswer() throws IOException {
        if (!answered) {
            in.readUnsignedByte();
            in.skipNBytes(in.readUnsignedByte());
            answered = true;
        }
    }

    private final class Payload extends InputStream {

        @Override
        public int read() throws IOException {
            readAnswer();
            return in.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            readAnswer();
            return in.read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            VlessStream.this.close();
        }
    }
}
