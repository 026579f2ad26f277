package org.refocusrecord.app.contracts;

import org.refocusrecord.app.catalogue.Project;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Messages made of the frozen examples of events. */
public final class Examples {

    private static final String FOLDER = "events/src/test/resources/contracts/";
    private static final List<String> IN_THE_SESSION =
            List.of("goal.voiced", "goal.set", "goal.step-planned", "relationship.rated");

    private Examples() {}

    /**
     * A frozen example.
     *
     * @param name its file, from the folder of the examples, without the ending
     */
    public record Frozen(String name, JsonNode contract) {

        /** Of which message it is one, the older examples of a revision too. */
        public String message() {
            return name.replace('/', '.').replaceFirst("(\\.v\\d+)\\.\\d+$", "$1");
        }

        /** The stored payload, as it leaves under the policy that lets no text out. */
        public JsonNode sent() {
            return AsSent.of(contract.path("payload"));
        }
    }

    /** All, but for what the log says of itself, which does not leave. */
    public static List<Frozen> all() {
        Path folder = Project.file(FOLDER);
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(".json") && !name.startsWith("log/"))
                    .sorted()
                    .map(name -> read(name.substring(0, name.length() - ".json".length())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Frozen read(String name) {
        try {
            String text = Files.readString(Project.file(FOLDER + name + ".json"));
            return new Frozen(name, JsonMapper.shared().readTree(text));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The newest example of a message: it shows all members. */
    static Frozen of(String message) {
        return all().stream()
                .filter(example -> example.message().equals(message))
                .reduce((_, newer) -> newer)
                .orElseThrow(() -> new IllegalStateException("no example of " + message));
    }

    /** A session as it is sent to the record. */
    static ObjectNode session() {
        ObjectNode session = AsPosted.of(of("case.session.held.v1").contract());
        ArrayNode entries = session.putArray("entries");
        IN_THE_SESSION.forEach(
                name -> entries.add(AsPosted.of(of("case." + name + ".v1").contract())));
        return session;
    }

    /** What events such a session becomes. */
    static List<Frozen> ofSession() {
        return Stream.concat(Stream.of("session.held"), IN_THE_SESSION.stream())
                .map(name -> of("case." + name + ".v1"))
                .toList();
    }
}
