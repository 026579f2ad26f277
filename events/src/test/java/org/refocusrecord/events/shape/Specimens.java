package org.refocusrecord.events.shape;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.goal.GoalVoiced;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** One specimen of every event, with every member filled in by its form. */
final class Specimens {

    private static final Person STAFF = new Person(Party.STAFF, new UUID(0, 7).toString());

    private int count;

    private Specimens() {}

    /** Every event of all streams. */
    static List<EventShape> shapes() {
        return Stream.of(Vocabulary.CASE, Vocabulary.TEAM, Vocabulary.STUDY, Vocabulary.LOG)
                .flatMap(vocabulary -> vocabulary.events().stream())
                .toList();
    }

    static Event of(EventShape shape) {
        return (Event) new Specimens().record(shape.members());
    }

    private Object record(RecordShape shape) {
        @Nullable Object[] values = new @Nullable Object[shape.members().size()];
        for (Member member : shape.members()) {
            values[member.index()] = value(member.form(), shape);
        }
        return shape.make(values);
    }

    private Object value(Form form, RecordShape holder) {
        return switch (form) {
            case Form.IdForm id -> id.maker().apply(new UUID(0, ++count));
            case Form.CodeForm code -> code.values().values().iterator().next();
            case Form.TextForm text -> text.pattern() == null ? "text " + ++count : "A1";
            case Form.PersonIdForm _ -> new UUID(1, ++count).toString();
            case Form.NumberForm number -> number.max() == Integer.MAX_VALUE ? 1 : number.max();
            case Form.CountForm _ -> 1L;
            case Form.TruthForm _ -> true;
            case Form.MomentForm _ -> Instant.parse("2012-03-14T10:00:00Z");
            case Form.DayForm _ -> LocalDate.of(2012, 3, 14);
            case Form.PersonForm _ -> STAFF;
            case Form.WordsForm _ -> words(++count);
            case Form.AnswersForm _ -> new Answers.Given(new TreeMap<>());
            case Form.FreeForm _ -> new JsonText("{}");
            case Form.EventForm _ -> replacement(holder);
            case Form.ListForm list ->
                    List.of(value(list.element(), holder), value(list.element(), holder));
            case Form.RecordForm record -> record(record.shape());
        };
    }

    static Words words(int number) {
        return new Words.Said("words " + number, STAFF, Wording.PARAPHRASE, null, Sharing.TEAM);
    }

    /** A correction of a voicing, or of whatever is first in its family. */
    private Event replacement(RecordShape holder) {
        EventShape first = Vocabulary.CASE.named("goal.voiced");
        if (holder.type().getSimpleName().startsWith("Team")) {
            first = Vocabulary.TEAM.named("team.registered");
        }
        if (holder.type().getSimpleName().startsWith("Study")) {
            first = Vocabulary.STUDY.named("study.registered");
        }
        return (Event) record(first == null ? RecordShape.of(GoalVoiced.class) : first.members());
    }
}
