package io.fleetgram.parts.vless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VlessRequestTest {

    private static final UUID USER = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");

    @Test
    void an_address_of_version_four_takes_26_bytes() {
        assertThat(HexFormat.of().formatHex(new VlessRequest(USER, "127.0.0.1", 443).bytes()))
                .isEqualTo("00" + "00112233445566778899aabbccddeeff" + "00" + "01" + "01bb" + "01" + "7f000001");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "example.com", "localhost"})
    void what_is_written_is_read_back(String host) throws IOException {
        var request = new VlessRequest(USER, host, 65_535);
        assertThat(VlessRequest.read(in(request.bytes()))).isEqualTo(request);
    }

    @Test
    void other_bytes_are_refused_and_half_a_request_is_an_early_end() {
        assertThatThrownBy(() -> VlessRequest.read(
                        in("GET / HTTP/1.1\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII))))
                .isInstanceOf(VlessRequest.NotVless.class);
        assertThatThrownBy(() -> VlessRequest.read(in(new byte[9]))).isInstanceOf(EOFException.class);
    }

    @Test
    void a_request_for_datagrams_is_refused() {
        var bytes = new VlessRequest(USER, "127.0.0.1", 53).bytes();
        bytes[18] = 2;
        assertThatThrownBy(() -> VlessRequest.read(in(bytes)))
                .isInstanceOf(VlessRequest.NotVless.class)
                .hasMessageContaining("command 2");
    }

    private static DataInputStream in(byte[] bytes) {
        return new DataInputStream(new ByteArrayInputStream(bytes));
    }
}
