package org.refocusrecord.query.history;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.shape.Mapping;
import org.refocusrecord.events.shape.Spoken;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What amended entries read, each text and each set of answers that stayed as before fetched from
 * the event that holds it.
 */
final class Replacements {

    private final Map<EventId, Event> events = new HashMap<>();
    private final Map<EventId, CaseEvent> replacements = new HashMap<>();

    Replacements(List<RecordedEvent> stream) {
        if (stream.stream().noneMatch(recorded -> recorded.event() instanceof EntryAmended)) {
            return;
        }
        stream.forEach(recorded -> events.put(recorded.eventId(), recorded.event()));
        for (RecordedEvent recorded : stream) {
            if (recorded.event() instanceof EntryAmended amended) {
                replacements.put(recorded.eventId(), whole(amended.replacement()));
            }
        }
    }

    /** What the entry reads by this amendment. */
    CaseEvent of(RecordedEvent amendment) {
        CaseEvent replacement = replacements.get(amendment.eventId());
        if (replacement == null) {
            throw new IllegalStateException("no amendment: event " + amendment.eventId());
        }
        return replacement;
    }

    /** The amendment itself, its texts fetched, its answers as they are recorded. */
    CaseEvent withTexts(EntryAmended amended) {
        return Mapping.of(CaseEvent.class, amended, "", new FetchingTexts());
    }

    private CaseEvent whole(CaseEvent replacement) {
        return Mapping.of(CaseEvent.class, replacement, "", new Fetching());
    }

    private class FetchingTexts implements Mapping.Replacing {
        @Override
        public Person person(String pointer, Person person) {
            return person;
        }

        @Override
        public Words words(String pointer, Words words) {
            return fetched(words);
        }

        @Override
        public Answers answers(String pointer, Answers answers) {
            return answers;
        }
    }

    private final class Fetching extends FetchingTexts {
        @Override
        public Answers answers(String pointer, Answers answers) {
            return fetched(answers);
        }
    }

    private Words fetched(Words words) {
        return switch (words) {
            case Words.From(EventId eventId, int n) -> fetched(spoken(eventId, n));
            case Words.Kept kept -> kept;
            case Words.Said said -> said;
            case Words.Sent _, Words.AsBefore _ ->
                    throw new IllegalStateException("words that were never decided");
        };
    }

    /** The n-th of an event's Words, by the number that it was kept under, else by its order. */
    private Words spoken(EventId eventId, int n) {
        List<Spoken.At> all = Spoken.in(event(eventId));
        for (Spoken.At at : all) {
            if (at.words() instanceof Words.Kept kept
                    && kept.n() == n
                    && kept.eventId().equals(eventId)) {
                return kept;
            }
        }
        if (n >= all.size() || all.get(n).words() instanceof Words.Kept) {
            throw new IllegalStateException("no words #" + n + " in event " + eventId);
        }
        return all.get(n).words();
    }

    private Answers fetched(Answers answers) {
        return switch (answers) {
            case Answers.From(EventId eventId) -> fetched(answered(eventId, event(eventId)));
            case Answers.Given given -> given;
            case Answers.AsBefore _ ->
                    throw new IllegalStateException("answers that were never decided");
        };
    }

    private static Answers answered(EventId eventId, @Nullable Event event) {
        return switch (event) {
            case RelationshipRated rated -> rated.answers();
            case MeasureAnswered answered -> answered.answers();
            case EntryAmended amended -> answered(eventId, amended.replacement());
            case null, default -> throw new IllegalStateException("no answers in event " + eventId);
        };
    }

    private Event event(EventId eventId) {
        Event event = events.get(eventId);
        if (event == null) {
            throw new IllegalStateException("no such event in this case: " + eventId);
        }
        return event;
    }
}
