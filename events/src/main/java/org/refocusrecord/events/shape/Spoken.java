package org.refocusrecord.events.shape;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.EventShape.Own;
import org.refocusrecord.events.shape.Form.IdForm;
import org.refocusrecord.events.shape.Form.PersonForm;
import org.refocusrecord.events.shape.Form.PersonIdForm;

import java.util.ArrayList;
import java.util.List;

/**
 * The Words of an event, in the order of the stored bytes: the n-th of this list is the n-th of the
 * event.
 *
 * <p>Each has a path that finds it again in a corrected form of the same payload: by member name,
 * and in lists by the id of the element, by its person, else by its index.
 */
public final class Spoken {

    /** One of the Words, and where it stands. */
    public record At(String path, Words words) {}

    private final List<At> found = new ArrayList<>();

    private Spoken() {}

    /** All Words of an event. */
    public static List<At> in(Event event) {
        Spoken spoken = new Spoken();
        spoken.event("", event);
        return spoken.found;
    }

    private void event(String path, Event event) {
        for (EventShape.Part part : EventShape.of(event).canonical()) {
            if (part instanceof Own(Member member) && mayHoldWords(member.form())) {
                value(path + "/" + member.name(), member.of(event));
            }
        }
    }

    private void value(String path, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Words words -> found.add(new At(path, words));
            case Event event -> event(path, event);
            case List<?> list -> {
                for (int index = 0; index < list.size(); index++) {
                    value(path + "/" + key(list.get(index), index), list.get(index));
                }
            }
            case Record holder when !(holder instanceof Person || holder instanceof Id) -> {
                for (Member member : RecordShape.of(holder.getClass()).canonical()) {
                    if (mayHoldWords(member.form())) {
                        value(path + "/" + member.name(), member.of(holder));
                    }
                }
            }
            default -> {}
        }
    }

    private static boolean mayHoldWords(Form form) {
        return form instanceof Form.WordsForm
                || form instanceof Form.ListForm
                || form instanceof Form.RecordForm
                || form instanceof Form.EventForm;
    }

    private static String key(@Nullable Object element, int index) {
        if (element instanceof Record holder
                && !(element instanceof Words || element instanceof Id)) {
            RecordShape shape = RecordShape.of(holder.getClass());
            Member first = shape.members().getFirst();
            if (first.form() instanceof IdForm || first.form() instanceof PersonForm) {
                return String.valueOf(first.of(holder));
            }
            Member id = shape.member("id");
            if (id != null
                    && id.form() instanceof PersonIdForm
                    && first.of(holder) instanceof Party party) {
                return party + ":" + id.of(holder);
            }
        }
        return Integer.toString(index);
    }
}
