package org.refocusrecord.eventlog.json;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.json.PayloadLayout.Slot;
import org.refocusrecord.eventlog.json.PayloadLayout.Value;
import org.refocusrecord.eventlog.json.StoredWords.Elsewhere;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Answers.Answer;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a payload in the order in which {@link PayloadBeingWritten} writes it, member after member.
 * That is how every payload of a present revision lies in the log, and cheaper than to ask of each
 * member what it is. Whatever is written otherwise is {@link NotAsWritten}, and is read by {@link
 * PayloadBeingRead}, which says what is wrong if anything is.
 */
final class PayloadAsWritten {

    private static final PayloadLayout ELSEWHERE = PayloadLayout.of(Elsewhere.class);
    private static final byte[] FROM = ascii("{\"from\":");
    private static final byte[] ITEMS = ascii("{\"" + StoredAnswers.ITEMS + "\":");
    private static final byte[] SALT = ascii(",\"" + StoredAnswers.SALT + "\":");

    private final CanonicalReader bytes;
    private final Vocabulary vocabulary;
    private final EventId eventId;
    private boolean isWithin;

    PayloadAsWritten(PayloadBytes payload, Vocabulary vocabulary, EventId eventId) {
        this.bytes = new CanonicalReader(payload);
        this.vocabulary = vocabulary;
        this.eventId = eventId;
    }

    /** The whole payload. */
    Event event(EventShape shape) {
        Event event = shape.type().cast(record(PayloadLayout.of(shape.type())));
        bytes.takeEnd();
        return event;
    }

    CanonicalReader bytes() {
        return bytes;
    }

    Object record(PayloadLayout layout) {
        @Nullable Object[] values = new @Nullable Object[layout.shape().members().size()];
        bytes.take('{');
        boolean first = true;
        for (Slot slot : layout.slots()) {
            if (first ? bytes.takes(slot.start()) : bytes.takesAfterComma(slot.start())) {
                first = false;
                Value value = slot.value();
                if (value != null) {
                    values[slot.index()] = value.read(this, values);
                }
            } else if (!slot.optional()) {
                throw new NotAsWritten();
            }
        }
        bytes.take('}');
        return layout.shape().make(values);
    }

    Object list(Value element, @Nullable Object[] before) {
        List<Object> values = new ArrayList<>();
        bytes.take('[');
        while (!bytes.isAt(']')) {
            if (!values.isEmpty()) {
                bytes.take(',');
            }
            values.add(element.read(this, before));
        }
        bytes.take(']');
        return List.copyOf(values);
    }

    Person person() {
        return WordsAsWritten.person(bytes);
    }

    /**
     * An event within another; one of an earlier revision is brought up to date elsewhere, and one
     * within one within another is nothing that is written.
     */
    Object within(@Nullable Object type, @Nullable Object revision) {
        EventShape named = type instanceof String name ? vocabulary.named(name) : null;
        if (isWithin
                || named == null
                || !Integer.valueOf(named.name().revision()).equals(revision)) {
            throw new NotAsWritten();
        }
        isWithin = true;
        Object event = record(PayloadLayout.of(named.type()));
        isWithin = false;
        return event;
    }

    Words words() {
        if (bytes.isAt(FROM)) {
            StoredWords.Place place = from();
            if (place.n() == null) {
                throw new NotAsWritten();
            }
            return new Words.From(place.eventId(), place.n());
        }
        return WordsAsWritten.words(bytes, eventId);
    }

    Answers answers() {
        if (bytes.isAt(FROM)) {
            return new Answers.From(from().eventId());
        }
        bytes.take(ITEMS);
        SortedMap<String, Answer> byItem = items();
        bytes.take(SALT);
        bytes.text();
        bytes.take('}');
        return new Answers.Given(byItem);
    }

    private SortedMap<String, Answer> items() {
        SortedMap<String, Answer> byItem = new TreeMap<>();
        bytes.take('{');
        while (!bytes.isAt('}')) {
            if (!byItem.isEmpty()) {
                bytes.take(',');
            }
            String item = bytes.text();
            bytes.take(':');
            if (byItem.put(item, answer()) != null) {
                throw new NotAsWritten();
            }
        }
        bytes.take('}');
        return Collections.unmodifiableSortedMap(byItem);
    }

    private Answer answer() {
        return bytes.isAt('"')
                ? new Answers.Coded(bytes.text())
                : new Answers.Level(bytes.number());
    }

    private StoredWords.Place from() {
        return ((Elsewhere) record(ELSEWHERE)).from();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
