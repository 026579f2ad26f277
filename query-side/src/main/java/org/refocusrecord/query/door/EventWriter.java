package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.EventShape.Constant;
import org.refocusrecord.events.shape.EventShape.Own;
import org.refocusrecord.events.shape.Form.RecordForm;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

import java.util.List;

/** Writes an event's payload as it is stored, but for its texts, which are shown as in the plan. */
final class EventWriter extends StdSerializer<Event> {

    EventWriter() {
        super(Event.class);
    }

    @Override
    public void serialize(Event event, JsonGenerator out, SerializationContext context) {
        boolean hidden =
                event instanceof RelationshipRated rated
                        && !ViewJson.sight(context).showsRating(new AnyId(rated.entryId().value()));
        out.writeStartObject();
        for (EventShape.Part part : EventShape.of(event).canonical()) {
            switch (part) {
                case Constant(String name, String value) -> out.writeStringProperty(name, value);
                case Own(Member member) -> {
                    if (!(hidden && member.name().equals("answers"))) {
                        property(member, event, out, context);
                    }
                }
            }
        }
        out.writeEndObject();
    }

    private void property(
            Member member, Object holder, JsonGenerator out, SerializationContext context) {
        Object value = member.of(holder);
        if (value != null) {
            out.writeName(member.name());
            value(member, value, out, context);
        }
    }

    private void value(
            Member member, Object value, JsonGenerator out, SerializationContext context) {
        if (value instanceof List<?> list) {
            out.writeStartArray();
            list.forEach(element -> element(element, out, context));
            out.writeEndArray();
        } else if (member.form() instanceof RecordForm(RecordShape shape)) {
            holder(shape, value, out, context);
        } else {
            element(value, out, context);
        }
    }

    private void element(@Nullable Object value, JsonGenerator out, SerializationContext context) {
        switch (value) {
            case JsonText(String canonical) -> out.writeRawValue(canonical);
            case Record holder when isPlain(holder) ->
                    holder(RecordShape.of(holder.getClass()), holder, out, context);
            case null, default -> context.writeValue(out, value);
        }
    }

    /** A record of the language that is no event, id, person, text or answer of its own form. */
    private static boolean isPlain(Record holder) {
        return !(holder instanceof Event
                || holder instanceof Id
                || holder instanceof Person
                || holder instanceof Words
                || holder instanceof Answers);
    }

    private void holder(
            RecordShape shape, Object holder, JsonGenerator out, SerializationContext context) {
        out.writeStartObject();
        for (Member member : shape.canonical()) {
            property(member, holder, out, context);
        }
        out.writeEndObject();
    }
}
