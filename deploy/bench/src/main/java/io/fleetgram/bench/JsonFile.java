package io.fleetgram.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The result as programs read it: an array of {@code {name, value, unit, against, ratio, aim, met, rounds}}. */
final class JsonFile {

    private JsonFile() {}

    /** What a measurement has not is null. */
    static ArrayNode array(List<Measurement> measurements) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var one : measurements) {
            var node = array.addObject();
            node.put("name", one.name());
            node.put("value", one.value());
            node.put("unit", one.unit());
            node.put("against", one.against().map(other -> Table.against(one)).orElse(null));
            node.put("ratio", one.ratio().orElse(null));
            node.put("aim", one.aim().map(aim -> Table.aim(one)).orElse(null));
            node.put("met", one.met().orElse(null));
            node.put("rounds", one.rounds());
        }
        return array;
    }

    static void write(Path file, List<Measurement> measurements) throws IOException {
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(file.toFile(), array(measurements));
    }
}
