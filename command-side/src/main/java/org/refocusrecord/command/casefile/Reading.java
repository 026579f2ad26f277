package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Bearing;
import org.refocusrecord.command.ItemKind;
import org.refocusrecord.command.careaction.CareActions;
import org.refocusrecord.command.casefile.Reads.Erases;
import org.refocusrecord.command.casefile.Reads.FirstId;
import org.refocusrecord.command.coaching.Coaching;
import org.refocusrecord.command.goal.Goals;
import org.refocusrecord.command.rating.Ratings;
import org.refocusrecord.command.workingpractice.WorkingPractices;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.careaction.CareActionEvent;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseFileEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.coaching.CoachingEvent;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.correction.DisagreementRepliedTo;
import org.refocusrecord.events.correction.EntryDisagreedWith;
import org.refocusrecord.events.correction.WordsErased;
import org.refocusrecord.events.correction.WordsErasureAsked;
import org.refocusrecord.events.goal.GoalEvent;
import org.refocusrecord.events.rating.ExperienceTold;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.rating.RatingEvent;
import org.refocusrecord.events.rating.RelationshipRated;
import org.refocusrecord.events.session.AccountGiven;
import org.refocusrecord.events.session.Entry;
import org.refocusrecord.events.session.OwnEntriesWritten;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.workingpractice.WorkingPracticeEvent;

import java.time.Instant;
import java.util.List;

/** Reads out of an event what the rules keep of it. */
final class Reading {

    private Reading() {}

    /** How an event reads; of a replacement only a part of the stored event speaks. */
    static Reads of(
            CaseEvent event,
            Person person,
            EventId eventId,
            @Nullable Instant place,
            Speech speech) {
        return new Reads(
                EventShape.of(event).name().name(),
                bearing(event),
                speech.texts(person, eventId),
                answers(event, eventId),
                isPersonsOwn(event, person),
                event instanceof SessionHeld held ? people(held) : List.of(),
                place,
                team(event),
                recordedBy(event),
                firstId(event),
                erases(event));
    }

    static Bearing bearing(CaseEvent event) {
        return switch (event) {
            case WorkingPracticeEvent e -> WorkingPractices.bearing(e);
            case GoalEvent e -> Goals.bearing(e);
            case CareActionEvent e -> CareActions.bearing(e);
            case CoachingEvent e -> Coaching.bearing(e);
            case RatingEvent e -> Ratings.bearing(e);
            case AccountGiven e ->
                    Bearing.of()
                            .isAbout("/aboutSessionId", ItemKind.SESSION, e.aboutSessionId())
                            .done();
            case SessionHeld _ -> Bearing.NONE;
            case OwnEntriesWritten _ -> Bearing.NONE;
            case CaseFileEvent _ -> Bearing.NONE;
            case CorrectionEvent _ -> Bearing.NONE;
        };
    }

    /** Who took part; without a name where it is not known who. */
    static List<Person> people(SessionHeld held) {
        return held.participants().stream()
                .map(participant -> new Person(participant.party(), participant.id()))
                .toList();
    }

    private static @Nullable EventId answers(CaseEvent event, EventId eventId) {
        if (!(event instanceof RatingEvent rating)) {
            return null;
        }
        Answers answers =
                switch (rating) {
                    case RelationshipRated e -> e.answers();
                    case MeasureAnswered e -> e.answers();
                    case ExperienceTold _ -> null;
                };
        return switch (answers) {
            case null -> null;
            case Answers.Given _ -> eventId;
            case Answers.From from -> from.eventId();
            case Answers.AsBefore _ ->
                    throw new IllegalStateException("answers that were not resolved");
        };
    }

    private static boolean isPersonsOwn(CaseEvent event, Person person) {
        if (event instanceof RatingEvent rating) {
            return switch (rating) {
                case RelationshipRated _ -> true;
                case ExperienceTold _ -> true;
                case MeasureAnswered e -> e.rater().equals(person);
            };
        }
        return event instanceof OwnEntriesWritten
                || (event instanceof EntryDisagreedWith e && e.party().equals(person));
    }

    private static @Nullable TeamId team(CaseEvent event) {
        if (event instanceof CaseOpened opened) {
            return opened.teamId();
        }
        return event instanceof CaseTransferred transferred ? transferred.toTeamId() : null;
    }

    static @Nullable Person recordedBy(CaseEvent event) {
        return switch (event) {
            case SessionHeld held -> held.recordedBy();
            case OwnEntriesWritten written -> written.recordedBy();
            case CaseFileEvent fact -> fact.recordedBy();
            case CorrectionEvent said -> said.recordedBy();
            case Entry _ -> null;
        };
    }

    private static @Nullable Erases erases(CaseEvent event) {
        return event instanceof WordsErasureAsked asked
                ? new Erases(asked.scope(), asked.target() == null ? null : asked.target().value())
                : null;
    }

    /**
     * The id after the entry's own, the disagreement that a reply is to, and the erasure that is
     * approved.
     */
    private static @Nullable FirstId firstId(CaseEvent event) {
        if (event instanceof DisagreementRepliedTo reply) {
            return new FirstId("disagreementId", reply.disagreementId().value());
        }
        if (event instanceof WordsErased erased) {
            return new FirstId("erasureId", erased.erasureId().value());
        }
        if (!(event instanceof Entry)) {
            return null;
        }
        for (Member member : EventShape.of(event).members().members()) {
            boolean own = member.name().equals("entryId");
            if (!own && !member.optional() && member.of(event) instanceof Id id) {
                return new FirstId(member.name(), id.value());
            }
        }
        return null;
    }
}
