package org.refocusrecord.eventlog.json;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.json.StoredWords.Elsewhere;
import org.refocusrecord.eventlog.json.StoredWords.Place;
import org.refocusrecord.eventlog.json.Upcasters.Way;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Answers.Answer;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.EventShape.Constant;
import org.refocusrecord.events.shape.Form;
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
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;
import org.refocusrecord.events.shape.Vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** One payload on its way into an event. */
final class PayloadBeingRead {

    private static final RecordShape WORDS = RecordShape.of(StoredWords.class);
    private static final RecordShape PERSON = RecordShape.of(Person.class);
    private static final RecordShape ELSEWHERE = RecordShape.of(Elsewhere.class);
    private static final String FROM = "from";

    private final PayloadTokens in;
    private final Vocabulary vocabulary;
    private final EventId eventId;
    private final BiFunction<EventShape, byte[], Event> reader;
    private final Upcasters upcasters;

    /**
     * A payload.
     *
     * @param reader reads an event within it that was brought up to date
     */
    PayloadBeingRead(
            PayloadTokens in,
            Vocabulary vocabulary,
            EventId eventId,
            BiFunction<EventShape, byte[], Event> reader,
            Upcasters upcasters) {
        this.in = in;
        this.vocabulary = vocabulary;
        this.eventId = eventId;
        this.reader = reader;
        this.upcasters = upcasters;
    }

    Event event(EventShape shape) {
        in.startObject();
        return shape.type().cast(holder(shape.members(), shape.constants()));
    }

    /** From the first name of an object to its end. */
    private Object holder(RecordShape shape, List<Constant> constants) {
        @Nullable Object[] values = new @Nullable Object[shape.members().size()];
        int constantsSeen = 0;
        for (; in.isName(); in.next()) {
            String name = in.name();
            Member known = shape.member(name);
            if (known == null) {
                constantsSeen |= constant(name, constants, constantsSeen);
            } else if (values[known.index()] == null) {
                values[known.index()] = value(known.form(), shape, values);
            } else {
                throw in.unreadable("stands twice");
            }
        }
        checkWhole(shape, values, constants, constantsSeen);
        return shape.make(values);
    }

    private int constant(String name, List<Constant> constants, int seen) {
        for (int i = 0; i < constants.size(); i++) {
            if (constants.get(i).name().equals(name)) {
                if ((seen & 1 << i) == 0 && in.text().equals(constants.get(i).value())) {
                    return 1 << i;
                }
                throw in.unreadable("stands twice or is another's");
            }
        }
        throw in.unreadable("is unknown");
    }

    private void checkWhole(
            RecordShape shape, @Nullable Object[] values, List<Constant> constants, int seen) {
        for (int i = 0; i < constants.size(); i++) {
            if ((seen & 1 << i) == 0) {
                throw in.missing(constants.get(i).name());
            }
        }
        for (Member member : shape.members()) {
            if (values[member.index()] == null && !member.optional()) {
                throw in.missing(member.name());
            }
        }
    }

    private Object value(Form form, RecordShape shape, @Nullable Object[] before) {
        return switch (form) {
            case IdForm id -> id.maker().apply(in.uuid());
            case CodeForm code -> in.code(code);
            case TextForm _, PersonIdForm _ -> in.text();
            case NumberForm _ -> in.number();
            case CountForm _ -> in.count();
            case TruthForm _ -> in.truth();
            case MomentForm _ -> in.time(TimeText::moment);
            case DayForm _ -> in.time(TimeText::day);
            case PersonForm _ -> object(PERSON);
            case WordsForm _ -> words();
            case AnswersForm _ -> answers();
            case FreeForm _ -> in.free();
            case EventForm _ -> within(shape, before);
            case ListForm list -> list(list, shape, before);
            case RecordForm(RecordShape inner) -> object(inner);
        };
    }

    private Object object(RecordShape shape) {
        in.startObject();
        return holder(shape, List.of());
    }

    private List<Object> list(ListForm form, RecordShape shape, @Nullable Object[] before) {
        in.startList();
        List<Object> values = new ArrayList<>();
        for (; !in.isEndOfList(); in.next()) {
            values.add(value(form.element(), shape, before));
        }
        return List.copyOf(values);
    }

    /**
     * An event within another. The name and the revision before it become those of the present, as
     * the event does.
     */
    private Event within(RecordShape shape, @Nullable Object[] before) {
        Member type = shape.member(WrittenPayload.TYPE_WITHIN);
        Member revision = shape.member(WrittenPayload.REVISION_WITHIN);
        if (type != null
                && revision != null
                && before[type.index()] instanceof String name
                && before[revision.index()] instanceof Integer number) {
            EventShape named = vocabulary.named(name);
            if (named != null && named.name().revision() == number) {
                return event(named);
            }
            Way way = upcasters.from(vocabulary, name, number);
            if (way != null) {
                before[type.index()] = way.present().name().name();
                before[revision.index()] = way.present().name().revision();
                byte[] payload = in.free().canonical().getBytes(StandardCharsets.UTF_8);
                return reader.apply(way.present(), way.present(payload, name));
            }
        }
        throw in.unreadable("is of no type that was named before it");
    }

    private Words words() {
        in.startObject();
        if (in.isName(FROM)) {
            Place place = from();
            if (place.n() == null) {
                throw in.unreadable("does not say which words");
            }
            return new Words.From(place.eventId(), place.n());
        }
        return ((StoredWords) holder(WORDS, List.of())).of(eventId);
    }

    private Answers answers() {
        in.startObject();
        if (in.isName(FROM)) {
            return new Answers.From(from().eventId());
        }
        @Nullable SortedMap<String, Answer> items = null;
        @Nullable String salt = null;
        for (; in.isName(); in.next()) {
            String name = in.name();
            if (name.equals(StoredAnswers.ITEMS) && items == null) {
                items = items();
            } else if (name.equals(StoredAnswers.SALT) && salt == null) {
                salt = in.text();
            } else {
                throw in.unreadable("is unknown or stands twice");
            }
        }
        if (items == null || salt == null) {
            throw in.missing(items == null ? StoredAnswers.ITEMS : StoredAnswers.SALT);
        }
        return new Answers.Given(items);
    }

    private SortedMap<String, Answer> items() {
        in.startObject();
        SortedMap<String, Answer> byItem = new TreeMap<>();
        for (; in.isName(); in.next()) {
            if (byItem.put(in.name(), answer()) != null) {
                throw in.unreadable("has an item twice");
            }
        }
        return Collections.unmodifiableSortedMap(byItem);
    }

    private Answer answer() {
        return in.isText() ? new Answers.Coded(in.text()) : new Answers.Level(in.number());
    }

    private Place from() {
        return ((Elsewhere) holder(ELSEWHERE, List.of())).from();
    }
}
