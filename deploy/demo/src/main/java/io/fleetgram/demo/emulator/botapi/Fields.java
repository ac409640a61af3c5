package io.fleetgram.demo.emulator.botapi;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads fields of JSON objects inside arguments, with the server's words for what is wrong with them. */
final class Fields {
    private Fields() {}

    /** A text that must be there; errors begin with {@code context}. */
    static String requiredText(JsonNode object, String name, String context) {
        if (!object.hasNonNull(name)) {
            throw Refusal.badRequest(context + "Can't find field \"" + name + "\"");
        }
        return optionalText(object, name, context);
    }

    /** A text, empty if it is missing. */
    static String optionalText(JsonNode object, String name, String context) {
        var value = object.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual() && !value.isNumber()) {
            throw Refusal.badRequest(context + "Field \"" + name + "\" must be of type String");
        }
        return value.asText();
    }

    /** An object that must be there. */
    static JsonNode requiredObject(JsonNode object, String name, String context) {
        var value = object.path(name);
        if (!value.isObject()) {
            throw Refusal.badRequest(context + "Field \"" + name + "\" must be of type Object");
        }
        return value;
    }
}
