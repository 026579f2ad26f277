package org.refocusrecord.events.shape;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.log.LogEvent;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.team.TeamEvent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All events of one kind of stream, by stored name: read once from the sealed family. */
public final class Vocabulary {

    /** Everything that can happen in a case. */
    public static final Vocabulary CASE = new Vocabulary("case", CaseEvent.class);

    /** Everything that can happen in a team. */
    public static final Vocabulary TEAM = new Vocabulary("team", TeamEvent.class);

    /** Everything that can happen in a study. */
    public static final Vocabulary STUDY = new Vocabulary("study", StudyEvent.class);

    /** Everything that the log says of itself. */
    public static final Vocabulary LOG = new Vocabulary("log", LogEvent.class);

    private static final List<Vocabulary> ALL = List.of(CASE, TEAM, STUDY, LOG);

    private final String stream;
    private final List<EventShape> events;
    private final Map<String, EventShape> byName = new HashMap<>();
    private final Map<String, List<EventShape>> byDoor = new HashMap<>();

    private Vocabulary(String stream, Class<? extends Event> family) {
        this.stream = stream;
        List<EventShape> found = new ArrayList<>();
        collect(family, found);
        this.events = List.copyOf(found);
        for (EventShape event : events) {
            if (byName.put(event.name().name(), event) != null) {
                throw new IllegalStateException("two events have one name: " + event.name().name());
            }
            byDoor.computeIfAbsent(event.name().door(), door -> new ArrayList<>()).add(event);
        }
    }

    /** The vocabulary of a stream, by the first part of its id ({@code case/…}). */
    public static Vocabulary ofStream(String stream) {
        for (Vocabulary vocabulary : ALL) {
            if (stream.startsWith(vocabulary.stream)
                    && stream.startsWith("/", vocabulary.stream.length())) {
                return vocabulary;
            }
        }
        throw new IllegalArgumentException("no such kind of stream: " + stream);
    }

    private static void collect(Class<?> family, List<EventShape> found) {
        if (family.isInterface()) {
            for (Class<?> member : family.getPermittedSubclasses()) {
                collect(member, found);
            }
        } else {
            found.add(EventShape.of(family.asSubclass(Event.class)));
        }
    }

    /** The first part of the ids of its streams. */
    public String stream() {
        return stream;
    }

    /** Every event, in the order of its families. */
    public List<EventShape> events() {
        return events;
    }

    /** The event of a stored name. */
    public @Nullable EventShape named(String name) {
        return byName.get(name);
    }

    /** The events that come by a door: one, or those that a fixed member tells apart. */
    public List<EventShape> behind(String door) {
        return byDoor.getOrDefault(door, List.of());
    }
}
