package org.refocusrecord.app.data;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** Small files of lines {@code name=value}, which people may read too. */
final class Lines {

    private Lines() {}

    /** What a file says; nothing where there is none. */
    static Map<String, String> in(Path file) throws IOException {
        if (Files.notExists(file)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IllegalArgumentException malformed) {
            throw new IOException("not a file of names and values: " + file, malformed);
        }
        Map<String, String> values = new TreeMap<>();
        properties
                .stringPropertyNames()
                .forEach(name -> values.put(name, properties.getProperty(name)));
        return values;
    }

    static void write(Path file, Map<String, String> values) throws IOException {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(values)
                .forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        OwnerOnly.write(file, text.toString());
    }
}
