package org.refocusrecord.eventlog.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.json.CanonicalJson;
import org.refocusrecord.events.EventId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One frozen example, as its file has it.
 *
 * @param path the file
 * @param kind the kind of stream, which is the file's folder
 * @param type the stored name
 * @param revision of the stored name
 * @param example which of the examples of that revision, from 1
 * @param content what the file holds
 */
record Contract(Path path, String kind, String type, int revision, int example, JsonNode content) {

    private static final Pattern NAME =
            Pattern.compile("([a-z]+)/([a-z.-]+)\\.v([1-9]\\d*)(?:\\.([1-9]\\d*))?\\.json");
    private static final String FOLDER = "events/src/test/resources/contracts";

    /** Where they lie, whether the tests run in the module or above it. */
    static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(FOLDER))) {
                return at.resolve(FOLDER);
            }
        }
        throw new AssertionError(FOLDER + " is not above " + Path.of("").toAbsolutePath());
    }

    /** All of them. */
    static List<Contract> all() {
        try (Stream<Path> files = Files.walk(folder(), 2)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Contract::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract of(Path file) {
        Matcher name = NAME.matcher(folder().relativize(file).toString().replace('\\', '/'));
        if (!name.matches()) {
            throw new AssertionError("Not the name of an example: " + file);
        }
        try {
            return new Contract(
                    file,
                    name.group(1),
                    name.group(2),
                    Integer.parseInt(name.group(3)),
                    name.group(4) == null ? 1 : Integer.parseInt(name.group(4)),
                    JsonMapper.shared().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String stream() {
        return content.get("stream").stringValue();
    }

    EventId eventId() {
        return EventId.of(content.get("eventId").stringValue());
    }

    /** The bytes that the log stores. */
    byte[] payload() {
        return CanonicalJson.of(content.get("payload").toString());
    }

    /** The key of its words; null where it has none. */
    @Nullable String dataKey() {
        JsonNode key = content.get("dataKey");
        return key == null ? null : key.stringValue();
    }

    /** The random bytes in the order in which they are drawn. */
    List<String> drawn() {
        List<String> drawn = new ArrayList<>();
        JsonNode salt = content.get("payload").path("answers").path("salt");
        if (salt.isString()) {
            // Answers stand before all Words.
            drawn.add(salt.stringValue());
        }
        String key = dataKey();
        if (key != null) {
            drawn.add(key);
            for (JsonNode words : content.get("words")) {
                drawn.add(words.get("salt").stringValue());
                drawn.add(words.get("nonce").stringValue());
            }
        }
        return drawn;
    }

    @Override
    public String toString() {
        return kind + "/" + path.getFileName();
    }

    static String text(byte[] payload) {
        return new String(payload, UTF_8);
    }
}
