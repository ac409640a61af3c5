package io.fleetgram.agent.command;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Set;

/**
 * A core's configuration without its secrets, and of an inbound's users only the first: a node has thousands of them.
 *
 * <p>Read and written member by member, so that a large file is never held as a whole.
 */
final class MaskedConfiguration {

    /** Users of an inbound that are shown; how many more there are stands behind them. */
    static final int SHOWN = 20;

    private static final Set<String> USERS = Set.of("clients", "users", "accounts");

    private static final Set<String> SECRETS = Set.of(
            "id",
            "password",
            "privatekey",
            "shortids",
            "shortid",
            "auth",
            "pass",
            "key",
            "secret",
            "seed",
            "token",
            "mldsa65seed",
            "decryption",
            "presharedkey",
            "secretkey");

    private MaskedConfiguration() {}

    static String of(Reader configuration) throws IOException {
        var text = new StringWriter();
        try (var in = new JsonReader(configuration)) {
            var out = new JsonWriter(text);
            out.setIndent("  ");
            copy(in, out, "", false);
            out.flush();
        }
        return text.toString();
    }

    private static void copy(JsonReader in, JsonWriter out, String name, boolean secret) throws IOException {
        switch (in.peek()) {
            case BEGIN_OBJECT -> {
                in.beginObject();
                out.beginObject();
                while (in.hasNext()) {
                    var member = in.nextName();
                    out.name(member);
                    copy(in, out, member, secret || isSecret(member));
                }
                in.endObject();
                out.endObject();
            }
            case BEGIN_ARRAY -> {
                in.beginArray();
                out.beginArray();
                int most = USERS.contains(name) ? SHOWN : Integer.MAX_VALUE;
                int members = 0;
                while (in.hasNext()) {
                    if (members++ < most) {
                        copy(in, out, "", secret);
                    } else {
                        in.skipValue();
                    }
                }
                if (members > most) {
                    out.value("… and %d more".formatted(members - most));
                }
                in.endArray();
                out.endArray();
            }
            case NULL -> {
                in.nextNull();
                out.nullValue();
            }
            case BOOLEAN -> out.value(in.nextBoolean());
            case NUMBER, STRING -> value(in, out, secret);
            case NAME, END_ARRAY, END_OBJECT, END_DOCUMENT ->
                throw new IOException("the configuration is no JSON at " + in.getPath());
        }
    }

    private static void value(JsonReader in, JsonWriter out, boolean secret) throws IOException {
        boolean number = in.peek() == JsonToken.NUMBER;
        var text = in.nextString();
        if (secret && !text.isEmpty() && !text.equals("none")) {
            out.value(Secrets.MASK);
        } else if (number) {
            out.jsonValue(text);
        } else {
            out.value(text);
        }
    }

    private static boolean isSecret(String name) {
        return SECRETS.contains(name.toLowerCase(Locale.ROOT));
    }
}
