package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Bearing;
import org.refocusrecord.command.ItemKind;
import org.refocusrecord.command.careaction.CareActions;
import org.refocusrecord.command.casefile.Reads.Same;
import org.refocusrecord.command.coaching.Coaching;
import org.refocusrecord.command.goal.Goals;
import org.refocusrecord.command.rating.Ratings;
import org.refocusrecord.command.workingpractice.WorkingPractices;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.careaction.CareActionEvent;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.casefile.CaseFileEvent;
import org.refocusrecord.events.casefile.CaseOpened;
import org.refocusrecord.events.casefile.CaseTransferred;
import org.refocusrecord.events.coaching.CoachingContractAgreed;
import org.refocusrecord.events.coaching.CoachingEvent;
import org.refocusrecord.events.correction.CorrectionEvent;
import org.refocusrecord.events.correction.EntryDisagreedWith;
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
import org.refocusrecord.events.shape.Form.IdForm;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.Spoken;
import org.refocusrecord.events.workingpractice.WorkingPracticeEvent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads out of an event what the rules keep of it. */
final class Reading {

    private Reading() {}

    /**
     * How an event reads.
     *
     * @param within where it stands: alone, or as the replacement in a correction
     */
    static Reads of(
            CaseEvent event,
            Person person,
            EventId eventId,
            @Nullable Instant place,
            Within within) {
        return new Reads(
                EventShape.of(event).name().name(),
                bearing(event),
                textsOf(person, eventId, within),
                answers(event, eventId),
                isPersonsOwn(event, person),
                event instanceof SessionHeld held ? people(held) : List.of(),
                place,
                team(event),
                same(event));
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

    static List<Person> people(SessionHeld held) {
        return held.participants().stream()
                .map(participant -> new Person(participant.party(), participant.id()))
                .toList();
    }

    /**
     * Where a payload stands.
     *
     * @param prefix what stands before its texts' paths
     * @param texts the texts of the whole stored event
     * @param before the texts of what it replaces
     */
    record Within(String prefix, List<Spoken.At> texts, List<Text> before) {
        static Within alone(CaseEvent event) {
            return new Within("", Spoken.in(event), List.of());
        }
    }

    private static List<Text> textsOf(Person person, EventId eventId, Within within) {
        List<Text> found = new ArrayList<>();
        for (int n = 0; n < within.texts().size(); n++) {
            Spoken.At at = within.texts().get(n);
            if (at.path().startsWith(within.prefix() + "/")) {
                String path = at.path().substring(within.prefix().length());
                Text text = text(path, at.words(), person, eventId, n);
                found.add(at.words() instanceof Words.From ? text.ownedAs(within.before()) : text);
            }
        }
        return List.copyOf(found);
    }

    private static Text text(String path, Words words, Person person, EventId eventId, int n) {
        return switch (words) {
            case Words.Said said ->
                    new Text(path, eventId, n, isOwn(said.statedBy(), said.wording(), person));
            case Words.Kept kept ->
                    new Text(path, eventId, n, isOwn(kept.statedBy(), kept.wording(), person));
            case Words.From from -> new Text(path, from.eventId(), from.n(), false);
            case Words.Sent _ -> throw new IllegalStateException("a text that was not resolved");
            case Words.AsBefore _ ->
                    throw new IllegalStateException("a text that was not resolved");
        };
    }

    private static boolean isOwn(Person statedBy, Wording wording, Person person) {
        return statedBy.equals(person)
                && (wording == Wording.VERBATIM || wording == Wording.WRITTEN_BY_THEM);
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

    /** What no correction changes. */
    static List<Same> same(CaseEvent event) {
        EventShape shape = EventShape.of(event);
        List<Same> same = new ArrayList<>();
        boolean firstIdSeen = false;
        for (Member member : shape.members().members()) {
            boolean fixed =
                    switch (member.name()) {
                        case "entryId", "sessionId", "commandId", "caseId" -> true;
                        case "serviceUserId", "trust", "disagreementId", "erasureId" -> true;
                        default -> false;
                    };
            boolean firstId =
                    event instanceof Entry
                            && !firstIdSeen
                            && !fixed
                            && member.form() instanceof IdForm
                            && !member.optional();
            firstIdSeen |= firstId;
            if (fixed || firstId) {
                same.add(new Same("/" + member.name(), String.valueOf(member.of(event))));
            }
        }
        if (event instanceof Entry) {
            same.add(new Same("/kind", shape.name().door()));
        }
        if (event instanceof CoachingContractAgreed agreed) {
            same.add(new Same("/worker", String.valueOf(agreed.worker())));
        }
        return List.copyOf(same);
    }
}
