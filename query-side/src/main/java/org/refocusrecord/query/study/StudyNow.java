package org.refocusrecord.query.study;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.study.StudyEntryAmended;
import org.refocusrecord.events.study.StudyEntryMarkedInError;
import org.refocusrecord.events.study.StudyEvent;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is recorded about a study as it reads now. Folded latest first: whatever takes a correction
 * back was recorded after it, and of several amendments the one met first holds.
 */
public final class StudyNow {

    private final Set<AnyId> inError = new HashSet<>();
    private final Map<AnyId, StudyEvent> amended = new HashMap<>();
    private final Deque<StudyEvent> facts = new ArrayDeque<>();

    private StudyNow() {}

    /** The study that this stream tells of. */
    public static StudyNow of(List<RecordedEvent> stream) {
        StudyNow now = new StudyNow();
        stream.reversed().forEach(now::met);
        return now;
    }

    private void met(RecordedEvent recorded) {
        AnyId id = new AnyId(recorded.commandId().value());
        if (inError.contains(id)) {
            return;
        }
        switch (recorded.event()) {
            case StudyEntryMarkedInError mark -> inError.add(mark.target());
            case StudyEntryAmended amendment ->
                    amended.putIfAbsent(amendment.target(), amendment.replacement());
            case StudyEvent fact -> facts.push(amended.getOrDefault(id, fact));
            default ->
                    throw new IllegalStateException("no event of a study: " + recorded.eventId());
        }
    }

    /** The facts of a kind, in the order in which they were recorded. */
    public <T extends StudyEvent> List<T> all(Class<T> kind) {
        return facts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The first fact of a kind, or null. */
    public <T extends StudyEvent> @Nullable T first(Class<T> kind) {
        return all(kind).stream().findFirst().orElse(null);
    }
}
