package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Member;

import tools.jackson.databind.JsonNode;

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

        /** The value of a member of the correction itself, such as {@code commandId}. */
        public @Nullable Object member(String name) {
            Member member = shape.members().member(name);
            if (member == null) {
                throw new IllegalArgumentException("a correction has no " + name);
            }
            return members.get(member.index());
        }

        /** The value of a member that no correction lacks. */
        public <T> T required(String name, Class<T> type) {
            Object value = member(name);
            if (value == null) {
                throw new IllegalStateException("a correction without its " + name);
            }
            return type.cast(value);
        }
    }
}
