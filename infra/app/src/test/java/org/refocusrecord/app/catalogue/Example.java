package org.refocusrecord.app.catalogue;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * The frozen example of an event, laid out for readers: what only a machine can read is cut short.
 *
 * @param file where it lies, from the project's folder
 * @param payload the payload
 * @param texts what its Words say, each with its number
 * @param posted what is posted for it, where that has another form than the payload
 */
record Example(String file, String payload, List<String> texts, @Nullable String posted) {

    private static final int SHOWN = 8;
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter PRETTY =
            new DefaultPrettyPrinter(
                            Separators.createDefaultInstance()
                                    .withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(INDENT);

    static Example of(Vocabulary vocabulary, EventShape shape) {
        String file = newest(vocabulary, shape);
        try {
            JsonNode content = JsonMapper.shared().readTree(Files.readString(Project.file(file)));
            JsonNode payload = content.get("payload");
            shorten(payload);
            List<String> texts = new ArrayList<>();
            for (JsonNode words : content.path("words")) {
                texts.add(words.get("n") + " “" + words.get("text").stringValue() + "”");
            }
            return new Example(
                    file,
                    pretty(payload),
                    texts,
                    Posted.of(shape, payload).map(Example::pretty).orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pretty(JsonNode json) {
        return JsonMapper.shared().writer().with(PRETTY).writeValueAsString(json);
    }

    private static String newest(Vocabulary vocabulary, EventShape shape) {
        String first =
                "events/src/test/resources/contracts/%s/%s.v%d"
                        .formatted(
                                vocabulary.stream(), shape.name().name(), shape.name().revision());
        String newest = first + ".json";
        for (int example = 2; ; example++) {
            String next = first + "." + example + ".json";
            if (!Files.exists(Project.file(next))) {
                return newest;
            }
            newest = next;
        }
    }

    private static void shorten(JsonNode node) {
        if (node instanceof ObjectNode object && object.has("c") && object.has("d")) {
            cut(object, "c");
            cut(object, "d");
        }
        node.forEach(Example::shorten);
    }

    private static void cut(ObjectNode words, String member) {
        words.put(member, words.get(member).stringValue().substring(0, SHOWN) + "…");
    }
}
