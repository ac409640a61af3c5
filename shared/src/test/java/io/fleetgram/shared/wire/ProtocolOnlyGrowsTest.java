package io.fleetgram.shared.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FileDescriptor;
import io.fleetgram.wire.agent.v1.AgentControlOuterClass;
import io.fleetgram.wire.agent.v1.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Agents of every release may meet controllers of every other: fields, values and calls are only ever added. */
class ProtocolOnlyGrowsTest {

    /** The protocol of the last release, a line for each field, value and call. A release adds its own lines, and takes none away. */
    private static final Path RELEASED = Path.of("src/test/resources/protocol/released.txt");

    @Test
    void nothing_that_was_released_is_gone_or_means_something_else() throws IOException {
        var present = lines().toList();
        if (Boolean.getBoolean("renew")) {
            Files.write(RELEASED, present);
        }
        assertThat(present).containsAll(Files.readAllLines(RELEASED));
    }

    @Test
    void a_field_with_another_number_is_another_line() {
        assertThat(lines())
                .contains("fleetgram.agent.v1.Entry.key = 1 string")
                .doesNotContain("fleetgram.agent.v1.Entry.key = 2 string");
    }

    private static Stream<String> lines() {
        return Stream.of(State.getDescriptor(), AgentControlOuterClass.getDescriptor())
                .flatMap(ProtocolOnlyGrowsTest::ofFile)
                .sorted();
    }

    private static Stream<String> ofFile(FileDescriptor file) {
        var enums = file.getEnumTypes().stream()
                .flatMap(type -> type.getValues().stream()
                        .map(value -> "%s.%s = %d".formatted(type.getFullName(), value.getName(), value.getNumber())));
        var calls = file.getServices().stream()
                .flatMap(service -> service.getMethods().stream())
                .map(call -> "%s(%s) returns %s%s"
                        .formatted(
                                call.getFullName(),
                                call.getInputType().getFullName(),
                                call.isServerStreaming() ? "stream " : "",
                                call.getOutputType().getFullName()));
        return Stream.of(file.getMessageTypes().stream().flatMap(ProtocolOnlyGrowsTest::ofMessage), enums, calls)
                .flatMap(each -> each);
    }

    private static Stream<String> ofMessage(Descriptor message) {
        var fields = message.getFields().stream()
                .map(field -> "%s = %d %s%s"
                        .formatted(
                                field.getFullName(),
                                field.getNumber(),
                                field.isRepeated() ? "repeated " : "",
                                switch (field.getJavaType()) {
                                    case MESSAGE -> field.getMessageType().getFullName();
                                    case ENUM -> field.getEnumType().getFullName();
                                    default -> field.getType().name().toLowerCase(java.util.Locale.ROOT);
                                }));
        var values = message.getEnumTypes().stream()
                .flatMap(type -> type.getValues().stream()
                        .map(value -> "%s.%s = %d".formatted(type.getFullName(), value.getName(), value.getNumber())));
        var nested = message.getNestedTypes().stream().flatMap(ProtocolOnlyGrowsTest::ofMessage);
        return List.of(fields, values, nested).stream().flatMap(each -> each);
    }
}
