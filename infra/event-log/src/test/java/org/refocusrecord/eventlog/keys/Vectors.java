package org.refocusrecord.eventlog.keys;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

/** The frozen forms beside the tests. */
public final class Vectors {

    private Vectors() {}

    /** One file of them. */
    public static JsonNode read(String file) {
        try (InputStream in = Vectors.class.getResourceAsStream("/vectors/" + file)) {
            return JsonMapper.shared().readTree(Objects.requireNonNull(in, file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What stands in a list of one file. */
    public static List<JsonNode> list(String file, String member) {
        return StreamSupport.stream(read(file).get(member).spliterator(), false).toList();
    }

    /** A member that holds bytes in hex. */
    public static byte[] bytes(JsonNode vector, String member) {
        return HexFormat.of().parseHex(vector.get(member).stringValue());
    }

    /** A list of texts. */
    public static List<String> texts(JsonNode vector, String member) {
        return StreamSupport.stream(vector.get(member).spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }
}
