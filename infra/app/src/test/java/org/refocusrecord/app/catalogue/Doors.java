package org.refocusrecord.app.catalogue;

import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.web.json.StrictJson;
import org.refocusrecord.web.reading.OwnEntriesBody;
import org.refocusrecord.web.reading.Reading;
import org.refocusrecord.web.reading.ReadingContext;
import org.refocusrecord.web.reading.ShapeReader;

import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.StringEntry;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** By what an event comes into the record. */
final class Doors {

    private static final String SESSIONS = "/api/v1/sessions";

    /** Commands and where they are posted. */
    private static final Map<String, String> PATHS =
            Map.ofEntries(
                    Map.entry("session", SESSIONS),
                    Map.entry("own-entries", "/api/v1/cases/{id}/own-entries"),
                    Map.entry("case", "/api/v1/cases"),
                    Map.entry("care-coordinator", "/api/v1/cases/{id}/care-coordinator"),
                    Map.entry("transfer", "/api/v1/cases/{id}/transfers"),
                    Map.entry("closure", "/api/v1/cases/{id}/closure"),
                    Map.entry("reopening", "/api/v1/cases/{id}/reopening"),
                    Map.entry("death", "/api/v1/cases/{id}/death"),
                    Map.entry("crisis-plan", "/api/v1/cases/{id}/crisis-plan"),
                    Map.entry("correction", "/api/v1/cases/{id}/corrections"),
                    Map.entry("disagreement", "/api/v1/cases/{id}/disagreements"),
                    Map.entry("reply", "/api/v1/cases/{id}/disagreements/{commandId}/replies"),
                    Map.entry("erasure", "/api/v1/cases/{id}/erasures"),
                    Map.entry(
                            "erasure-approval", "/api/v1/cases/{id}/erasures/{commandId}/approval"),
                    Map.entry("team", "/api/v1/teams"),
                    Map.entry("staff", "/api/v1/teams/{id}/staff"),
                    Map.entry("allocation", "/api/v1/teams/{id}/allocation"),
                    Map.entry(
                            "implementation-session", "/api/v1/teams/{id}/implementation-sessions"),
                    Map.entry("partnership-project", "/api/v1/teams/{id}/partnership-project"),
                    Map.entry("team-measure", "/api/v1/teams/{id}/measures"),
                    Map.entry("data-gap", "/api/v1/teams/{id}/data-gaps"),
                    Map.entry("team-correction", "/api/v1/teams/{id}/corrections"),
                    Map.entry("study", "/api/v1/studies"),
                    Map.entry("consent", "/api/v1/studies/{id}/participants"),
                    Map.entry("definition", "/api/v1/studies/{id}/definitions"),
                    Map.entry("study-correction", "/api/v1/studies/{id}/corrections"));

    private final Set<String> named = new HashSet<>();

    Doors() {
        Compiled.classesOf("org/refocusrecord/command/door")
                .forEach(model -> model.constantPool().forEach(this::note));
    }

    private void note(PoolEntry entry) {
        if (entry instanceof StringEntry text) {
            named.add(text.stringValue());
        }
    }

    /** In words, with the path. */
    String of(EventShape shape) {
        String door = shape.name().door();
        if (Entry.class.isAssignableFrom(shape.type())) {
            return "Entry `%s`%s of a session (`POST %s`)%s"
                    .formatted(door, where(shape), SESSIONS, ownDoor(door));
        }
        String path = PATHS.get(door);
        if (path == null) {
            throw new AssertionError("Where is the command " + door + " posted?");
        }
        return "Command `%s`%s (`POST %s`)%s"
                .formatted(
                        door,
                        where(shape),
                        path,
                        named.contains(door) ? "" : "; this door is not open yet");
    }

    private static String where(EventShape shape) {
        return shape.name().where().isEmpty()
                ? ""
                : " with `" + shape.name().where().replace("=", "` `") + "`";
    }

    private static String ownDoor(String kind) {
        return ownDoorTakes(kind)
                ? ", or of the person's own door (`POST " + PATHS.get("own-entries") + "`)"
                : "";
    }

    /** Asked of the reader itself: it has something against the kind, or not. */
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
