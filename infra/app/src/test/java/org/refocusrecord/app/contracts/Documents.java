package org.refocusrecord.app.contracts;

import org.refocusrecord.app.catalogue.Project;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The documents as they lie in the project. */
final class Documents {

    static final Path ASYNC_API = Project.file("docs/asyncapi.json");
    static final Path SCHEMAS = Project.file("docs/schemas");

    /** Beside the other documents and not among the tests: whoever runs a release may want it. */
    private static final Path RELEASED = Project.file("docs/released/asyncapi.json");

    private Documents() {}

    static JsonNode current() {
        return read(ASYNC_API);
    }

    /** The document of the last release; until there is one, of what was last agreed on. */
    static JsonNode released() {
        return Files.exists(RELEASED) ? read(RELEASED) : JsonMapper.shared().createObjectNode();
    }

    /** From now on the document of today is the one that was released. */
    static void release() throws IOException {
        Files.createDirectories(RELEASED.getParent());
        Files.copy(ASYNC_API, RELEASED, StandardCopyOption.REPLACE_EXISTING);
    }

    private static JsonNode read(Path file) {
        try {
            return JsonMapper.shared().readTree(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static SortedMap<Path, String> onDisk() throws IOException {
        SortedMap<Path, String> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SCHEMAS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.put(file, Files.readString(file));
            }
        }
        found.put(ASYNC_API, Files.readString(ASYNC_API));
        return found;
    }

    /** Writes these, and takes away schemas that are of nothing any more. */
    static void write(Map<Path, String> made) throws IOException {
        Files.createDirectories(SCHEMAS);
        try (Stream<Path> files = Files.walk(SCHEMAS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!made.containsKey(file)) {
                    Files.delete(file);
                }
            }
        }
        for (Map.Entry<Path, String> one : made.entrySet()) {
            Files.createDirectories(one.getKey().getParent());
            Files.writeString(one.getKey(), one.getValue());
        }
    }
}
