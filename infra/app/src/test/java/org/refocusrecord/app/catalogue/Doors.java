package org.refocusrecord.app.catalogue;

import org.refocusrecord.command.door.CommandEndpoints;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.log.LogEvent;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.web.json.StrictJson;
import org.refocusrecord.web.openapi.BodyDescription.OfCommand;
import org.refocusrecord.web.openapi.EndpointDescription;
import org.refocusrecord.web.reading.OwnEntriesBody;
import org.refocusrecord.web.reading.Reading;
import org.refocusrecord.web.reading.ReadingContext;
import org.refocusrecord.web.reading.ShapeReader;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** By what an event comes into the record: asked of the doors themselves. */
final class Doors {

    private static final ReadingContext NOW =
            ReadingContext.at(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private final Map<String, String> paths = new HashMap<>();

    Doors() {
        for (EndpointDescription endpoint : new CommandEndpoints().endpoints()) {
            if (endpoint.body() instanceof OfCommand(String name, var _)) {
                paths.put(name, "`" + endpoint.method() + " " + endpoint.path() + "`");
            }
        }
    }

    /** In words, with the path. */
    String of(EventShape shape) {
        String door = shape.name().door();
        if (LogEvent.class.isAssignableFrom(shape.type())) {
            return "Recorded by the log itself; nobody posts it.";
        }
        if (Entry.class.isAssignableFrom(shape.type())) {
            String ownDoor =
                    ownDoorTakes(door)
                            ? ", or of the person's own door (%s)".formatted(path("own-entries"))
                            : "";
            return "Entry `%s`%s of a session (%s)%s."
                    .formatted(door, where(shape), path("session"), ownDoor);
        }
        return "Command `%s`%s: %s.".formatted(door, where(shape), path(door));
    }

    /** What the door that takes it has against an example. */
    static List<String> faultsOf(EventShape shape, String posted) {
        boolean entry = Entry.class.isAssignableFrom(shape.type());
        ShapeReader reader = new ShapeReader(Object::toString);
        Reading<?> reading =
                entry
                        ? reader.session(
                                StrictJson.parse("{\"entries\": [%s]}".formatted(posted)), NOW)
                        : reader.command(
                                shape.name().door(),
                                StrictJson.parse(posted),
                                NOW.given("teamId", new TeamId(new UUID(0, 1))));
        return reading instanceof Reading.NotReadable<?>(var faults)
                ? faults.stream()
                        .filter(fault -> !entry || fault.pointer().startsWith("/entries"))
                        .map(fault -> fault.code().code() + " " + fault.pointer())
                        .toList()
                : List.of();
    }

    private String path(String command) {
        return paths.getOrDefault(command, "no door yet");
    }

    private static String where(EventShape shape) {
        return shape.name().where().isEmpty()
                ? ""
                : " with `" + shape.name().where().replace("=", "` `") + "`";
    }

    /** Asked of the reader: it has something against the kind, or not. */
    private static boolean ownDoorTakes(String kind) {
        String body = "{\"entries\": [{\"kind\": \"" + kind + "\"}]}";
        Reading<OwnEntriesBody> reading =
                new ShapeReader(Object::toString)
                        .ownEntries(
                                StrictJson.parse(body),
                                ReadingContext.at(Instant.EPOCH, ZoneOffset.UTC));
        return reading instanceof Reading.NotReadable<OwnEntriesBody>(var faults)
                && faults.stream().noneMatch(fault -> fault.pointer().equals("/entries/0/kind"));
    }
}
