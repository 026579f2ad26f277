package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Member;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** A command as posted: the event that it would record. */
public sealed interface CommandBody {

    /** A command that can be read by itself. */
    record Whole(Event event) implements CommandBody {}

    /**
     * A correction with a replacement, which can be read only once it is known what it replaces.
     *
     * @param target what is corrected
     * @param replacement the whole new body, unread
     * @param shape the correction's own shape
     * @param members the correction's own members; those still open are null
     */
    record Amending(
            AnyId target, JsonNode replacement, EventShape shape, List<@Nullable Object> members)
            implements CommandBody {

        /** The correction, with its replacement as read and the name that this is stored under. */
        public Event with(Event read) {
            EventType stored = EventShape.of(read).name();
            List<@Nullable Object> all = new ArrayList<>(members);
            set(all, "replacement", read);
            set(all, "eventType", stored.name());
            set(all, "eventRevision", stored.revision());
            return shape.type().cast(shape.members().make(all.toArray()));
        }

        /** The value of a member of the correction itself, such as {@code commandId}. */
        public @Nullable Object member(String name) {
            return members.get(index(name));
        }

        private void set(List<@Nullable Object> all, String name, Object value) {
            all.set(index(name), value);
        }

        private int index(String name) {
            Member member = shape.members().member(name);
            if (member == null) {
                throw new IllegalArgumentException("a correction has no " + name);
            }
            return member.index();
        }
    }
}
