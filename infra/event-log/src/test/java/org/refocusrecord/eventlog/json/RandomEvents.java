package org.refocusrecord.eventlog.json;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.shape.EventShape;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Events of any shape with any content that a decided event may have, limits of the doors aside.
 */
final class RandomEvents {

    private final Random random;

    RandomEvents(Random random) {
        this.random = random;
    }

    Event of(Vocabulary vocabulary, EventShape shape) {
        return (Event) holder(shape.members(), replaceable(vocabulary));
    }

    /** What may stand within another event: anything but what holds an event itself. */
    private EventShape replaceable(Vocabulary vocabulary) {
        List<EventShape> plain =
                vocabulary.events().stream()
                        .filter(event -> event.members().member(WrittenPayload.TYPE_WITHIN) == null)
                        .toList();
        return any(plain);
    }

    private Object holder(RecordShape shape, EventShape within) {
        @Nullable Object[] values = new @Nullable Object[shape.members().size()];
        for (Member member : shape.members()) {
            if (member.name().equals(WrittenPayload.TYPE_WITHIN)) {
                values[member.index()] = within.name().name();
            } else if (member.name().equals(WrittenPayload.REVISION_WITHIN)) {
                values[member.index()] = within.name().revision();
            } else if (!member.optional() || random.nextBoolean()) {
                values[member.index()] = value(member.form(), within);
            }
        }
        return shape.make(values);
    }

    private Object value(Form form, EventShape within) {
        return switch (form) {
            case IdForm id -> id.maker().apply(uuid());
            case CodeForm code -> any(List.copyOf(code.values().values()));
            case TextForm _ -> text();
            case PersonIdForm _ -> uuid().toString();
            case NumberForm number -> (int) random.nextLong(number.min(), number.max() + 1L);
            case CountForm _ -> random.nextLong(1L << 53);
            case TruthForm _ -> random.nextBoolean();
            case MomentForm _ -> moment();
            case DayForm _ -> LocalDate.ofEpochDay(random.nextInt(-25_000, 40_000));
            case PersonForm _ -> person();
            case WordsForm _ -> words();
            case AnswersForm _ -> answers();
            case FreeForm _ -> free();
            case EventForm _ -> holder(within.members(), within);
            case ListForm list -> list(list, within);
            case RecordForm(RecordShape inner) -> holder(inner, within);
        };
    }

    private List<Object> list(ListForm form, EventShape within) {
        List<Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(value(form.element(), within));
        }
        return List.copyOf(values);
    }

    private Words words() {
        return random.nextInt(4) == 0
                ? new Words.From(new EventId(uuid()), random.nextInt(300))
                : new Words.Said(
                        text(),
                        person(),
                        any(List.of(Wording.values())),
                        random.nextBoolean() ? "en" : null,
                        any(List.of(Sharing.values())));
    }

    private Answers answers() {
        if (random.nextInt(4) == 0) {
            return new Answers.From(new EventId(uuid()));
        }
        SortedMap<String, Answers.Answer> byItem = new TreeMap<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            byItem.put(
                    "S" + random.nextInt(30),
                    random.nextBoolean()
                            ? new Answers.Level(random.nextInt(-99, 1000))
                            : new Answers.Coded("DECLINED"));
        }
        return new Answers.Given(byItem);
    }

    private JsonText free() {
        byte[] canonical = CanonicalJson.of(new RandomTree(random).list());
        return new JsonText(new String(canonical, StandardCharsets.UTF_8));
    }

    private Person person() {
        return new Person(any(List.of(Party.values())), uuid().toString());
    }

    private String text() {
        return new RandomTree(random).text() + "\"\\/é🌿";
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private Instant moment() {
        return Instant.ofEpochSecond(
                random.nextLong(-2_208_988_800L, 4_000_000_000L),
                random.nextInt(1_000_000) * 1_000L);
    }

    private UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
