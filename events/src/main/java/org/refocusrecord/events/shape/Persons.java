package org.refocusrecord.events.shape;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.shape.Form.AnswersForm;
import org.refocusrecord.events.shape.Form.CodeForm;
import org.refocusrecord.events.shape.Form.CountForm;
import org.refocusrecord.events.shape.Form.DayForm;
import org.refocusrecord.events.shape.Form.EventForm;
import org.refocusrecord.events.shape.Form.FreeForm;
import org.refocusrecord.events.shape.Form.IdForm;
import org.refocusrecord.events.shape.Form.ListForm;
import org.refocusrecord.events.shape.Form.MomentForm;
import org.refocusrecord.events.shape.Form.NumberForm;
import org.refocusrecord.events.shape.Form.PersonForm;
import org.refocusrecord.events.shape.Form.PersonIdForm;
import org.refocusrecord.events.shape.Form.RecordForm;
import org.refocusrecord.events.shape.Form.TextForm;
import org.refocusrecord.events.shape.Form.TruthForm;
import org.refocusrecord.events.shape.Form.WordsForm;

import java.util.List;
import java.util.function.Consumer;

/**
 * The persons whom a record names, wherever in it they stand; whoever is spoken of in a text is not
 * found. {@link Mapping} meets the same, and makes a copy of all besides.
 */
public final class Persons {

    private final Consumer<Person> told;

    private Persons(Consumer<Person> told) {
        this.told = told;
    }

    /** Tells of each, in the order in which they stand there; of one that is named twice, twice. */
    public static void in(Record record, Consumer<Person> told) {
        new Persons(told).of(record);
    }

    private void of(Record holder) {
        RecordShape shape = RecordShape.of(holder.getClass());
        for (Member member : shape.members()) {
            Object value = member.of(holder);
            if (value != null) {
                within(member.form(), value, shape, holder);
            }
        }
    }

    private void within(Form form, Object value, RecordShape shape, Record holder) {
        switch (form) {
            case PersonForm _ -> told.accept((Person) value);
            case PersonIdForm _ -> told.accept(byId(shape.members().getFirst().of(holder), value));
            case RecordForm _, EventForm _ -> of((Record) value);
            case ListForm(Form element, int _, int _) -> {
                if (element.isMapped()) {
                    ((List<?>) value).forEach(each -> within(element, each, shape, holder));
                }
            }
            case WordsForm _, AnswersForm _ -> {}
            case IdForm _, CodeForm _, TextForm _, NumberForm _, CountForm _ -> {}
            case TruthForm _, MomentForm _, DayForm _, FreeForm _ -> {}
        }
    }

    private static Person byId(@Nullable Object party, Object id) {
        if (!(party instanceof Party known) || !(id instanceof String text)) {
            throw new IllegalStateException("a person without a party");
        }
        return text.isBlank() ? Person.withoutId(known) : new Person(known, text);
    }
}
