package org.refocusrecord.command.example;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;

/** Another record, but for one member. */
public final class But {

    private But() {}

    /** The same record with another value. */
    @SuppressWarnings("unchecked") // A record's shape makes records of its own class.
    public static <R extends Record> R but(R record, String name, @Nullable Object value) {
        RecordShape shape = RecordShape.of(record.getClass());
        Member changed = shape.member(name);
        if (changed == null) {
            throw new IllegalArgumentException(record.getClass() + " has no " + name);
        }
        @Nullable Object[] values = new @Nullable Object[shape.members().size()];
        for (Member member : shape.members()) {
            values[member.index()] = member.equals(changed) ? value : member.of(record);
        }
        return (R) shape.make(values);
    }
}
