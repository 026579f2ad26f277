package org.refocusrecord.eventlog.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.refocusrecord.eventlog.json.PayloadWriter;
import org.refocusrecord.eventlog.json.WrittenPayload;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Spoken;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes the file of an example that there is none of yet. Its key, salts and nonces are digests of
 * its name: open to everybody, and never the same twice.
 */
final class NewContract implements Randomness {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter PRETTY =
            new DefaultPrettyPrinter(
                            Separators.createDefaultInstance()
                                    .withObjectNameValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(INDENT)
                    .withArrayIndenter(INDENT);

    private final Event event;
    private final EventShape.Name type;
    private final String stream;
    private final String name;
    private final Deque<String> drawn = new ArrayDeque<>();

    private NewContract(Event event, int example) {
        this.event = event;
        this.type = EventShape.of(event).name();
        this.stream = ExampleEvents.stream(ExampleEvents.vocabulary(event));
        this.name =
                stream.substring(0, stream.indexOf('/') + 1)
                        + type.name()
                        + ".v"
                        + type.revision()
                        + (example == 1 ? "" : "." + example);
    }

    /** Writes it as the example of that number, from 1; a file that is there is never touched. */
    static void write(Event event, int example) throws IOException {
        NewContract contract = new NewContract(event, example);
        Path file = Contract.folder().resolve(contract.name + ".json");
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(
                file,
                JSON.writer().with(PRETTY).writeValueAsString(contract.content()) + "\n",
                StandardOpenOption.CREATE_NEW);
    }

    private ObjectNode content() {
        EventId eventId = EventId.of("0135f0a1-b2c3-7d4e-8f50-" + digest(name).substring(0, 12));
        WrittenPayload written = new PayloadWriter(this).write(event, eventId);
        ObjectNode content = JSON.createObjectNode();
        content.put("type", type.name())
                .put("revision", type.revision())
                .put("stream", stream)
                .put("eventId", eventId.toString());
        if (written.dataKey() != null) {
            content.put("dataKey", drawn.remove());
            words(content.putArray("words"));
        }
        content.put("payloadSha256", HexFormat.of().formatHex(sha256(written.bytes())));
        content.set("payload", JSON.readTree(written.bytes()));
        return content;
    }

    private void words(ArrayNode list) {
        List<Spoken.At> spoken = Spoken.in(event);
        for (int n = 0; n < spoken.size(); n++) {
            if (spoken.get(n).words() instanceof Words.Said said) {
                list.addObject()
                        .put("n", n)
                        .put("text", said.text())
                        .put("salt", drawn.remove())
                        .put("nonce", drawn.remove());
            }
        }
    }

    @Override
    public byte[] bytes(int count) {
        String hex = digest(name + "#" + drawn.size()).substring(0, 2 * count);
        drawn.add(hex);
        return HexFormat.of().parseHex(hex);
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(sha256(("example " + text).getBytes(UTF_8)));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
