package org.refocusrecord.eventlog.json;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.json.StoredWords.Elsewhere;
import org.refocusrecord.eventlog.json.StoredWords.Place;
import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.words.SealedText;
import org.refocusrecord.eventlog.words.WordsSeal;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.EventShape.Constant;
import org.refocusrecord.events.shape.EventShape.Own;
import org.refocusrecord.events.shape.Form;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** One event on its way into bytes. */
final class PayloadBeingWritten {

    private static final RecordShape WORDS = RecordShape.of(StoredWords.class);
    private static final RecordShape ELSEWHERE = RecordShape.of(Elsewhere.class);

    private final CanonicalWriter out = new CanonicalWriter();
    private final EventId eventId;
    private final Randomness randomness;
    private @Nullable DataKey dataKey;
    private int nextWords;

    PayloadBeingWritten(EventId eventId, Randomness randomness) {
        this.eventId = eventId;
        this.randomness = randomness;
    }

    WrittenPayload written(Event event) {
        event(event);
        return new WrittenPayload(out.toBytes(), dataKey);
    }

    private void event(Event event) {
        out.startObject();
        for (EventShape.Part part : EventShape.of(event).canonical()) {
            switch (part) {
                case Constant(String name, String value) -> out.name(name).text(value);
                case Own(Member member) -> member(member, event);
            }
        }
        out.endObject();
    }

    private void holder(RecordShape shape, Object holder) {
        out.startObject();
        for (Member member : shape.canonical()) {
            member(member, holder);
        }
        out.endObject();
    }

    private void member(Member member, Object holder) {
        Object value = member.of(holder);
        if (value != null) {
            if (value instanceof Event replacement) {
                checkTypeBeside(holder, replacement);
            }
            out.name(member.name());
            value(member.form(), value);
        } else if (!member.optional()) {
            throw new IllegalArgumentException("An event is without its " + member.name());
        }
    }

    /** An event within an event is read by the name beside it. */
    private static void checkTypeBeside(Object holder, Event replacement) {
        Member type = RecordShape.of(holder.getClass()).member(WrittenPayload.TYPE_WITHIN);
        Member revision = RecordShape.of(holder.getClass()).member(WrittenPayload.REVISION_WITHIN);
        EventShape.Name name = EventShape.of(replacement).name();
        if (type == null
                || revision == null
                || !name.name().equals(type.of(holder))
                || !Integer.valueOf(name.revision()).equals(revision.of(holder))) {
            throw new IllegalArgumentException(
                    "An event within an event is not named as what it is");
        }
    }

    private void value(Form form, Object value) {
        switch (form) {
            case Form.IdForm _ -> out.text(value.toString());
            case Form.CodeForm _ -> out.text(((Enum<?>) value).name());
            case Form.TextForm _ -> out.text((String) value);
            case Form.PersonIdForm _ -> personId((String) value);
            case Form.NumberForm _ -> out.number((Integer) value);
            case Form.CountForm _ -> out.number((Long) value);
            case Form.TruthForm _ -> out.bool((Boolean) value);
            case Form.MomentForm _ -> out.text(TimeText.of((Instant) value));
            case Form.DayForm _ -> out.text(TimeText.of((LocalDate) value));
            case Form.PersonForm _ -> person((Person) value);
            case Form.WordsForm _ -> words((Words) value);
            case Form.AnswersForm _ -> answers((Answers) value);
            case Form.FreeForm _ -> free((JsonText) value);
            case Form.EventForm _ -> event((Event) value);
            case Form.ListForm(Form element, int _, int _) -> list(element, (List<?>) value);
            case Form.RecordForm(RecordShape shape) -> holder(shape, value);
        }
    }

    private void list(Form element, List<?> values) {
        out.startList();
        values.forEach(value -> value(element, value));
        out.endList();
    }

    private void person(Person person) {
        out.startObject().name("id");
        personId(person.id());
        out.name("party").text(person.party().name()).endObject();
    }

    private void personId(String id) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("An event does not name a person");
        }
        out.text(id);
    }

    /** Each takes its number, also one that only says where its text stands. */
    private void words(Words words) {
        int n = nextWords++;
        switch (words) {
            case Words.Said said -> said(n, said);
            case Words.From(EventId from, int of) -> elsewhere(new Place(from, of));
            case Words.Sent _, Words.AsBefore _, Words.Kept _ ->
                    throw new IllegalArgumentException("Only decided words are written");
        }
    }

    private void said(int n, Words.Said said) {
        if (dataKey == null) {
            dataKey = DataKey.draw(randomness);
        }
        SealedText sealed = WordsSeal.seal(dataKey, eventId, n, said.text(), randomness);
        holder(
                WORDS,
                new StoredWords(
                        sealed.c(),
                        sealed.d(),
                        said.lang(),
                        n,
                        said.sharing(),
                        said.statedBy(),
                        said.wording()));
    }

    private void elsewhere(Place place) {
        holder(ELSEWHERE, new Elsewhere(place));
    }

    private void answers(Answers answers) {
        switch (answers) {
            case Answers.Given(var byItem) -> {
                out.startObject().name(StoredAnswers.ITEMS).startObject();
                byItem.forEach(this::answer);
                out.endObject().name(StoredAnswers.SALT).text(StoredAnswers.salt(randomness));
                out.endObject();
            }
            case Answers.From(EventId from) -> elsewhere(new Place(from, null));
            case Answers.AsBefore _ ->
                    throw new IllegalArgumentException("Only decided answers are written");
        }
    }

    private void answer(String item, Answers.Answer answer) {
        out.name(item);
        switch (answer) {
            case Answers.Level(int level) -> out.number(level);
            case Answers.Coded(String code) -> out.text(code);
        }
    }

    private void free(JsonText json) {
        byte[] canonical = CanonicalJson.of(json.canonical());
        if (!Arrays.equals(canonical, json.canonical().getBytes(StandardCharsets.UTF_8))) {
            throw new IllegalArgumentException(
                    "JSON of the caller's own shape is not in canonical form");
        }
        out.token(canonical);
    }
}
