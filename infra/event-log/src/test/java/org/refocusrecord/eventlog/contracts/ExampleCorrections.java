package org.refocusrecord.eventlog.contracts;

import static org.refocusrecord.eventlog.contracts.Cast.ADMINISTRATOR;
import static org.refocusrecord.eventlog.contracts.Cast.BEFORE;
import static org.refocusrecord.eventlog.contracts.Cast.CASE;
import static org.refocusrecord.eventlog.contracts.Cast.GOAL;
import static org.refocusrecord.eventlog.contracts.Cast.PERSON;
import static org.refocusrecord.eventlog.contracts.Cast.WORKER;
import static org.refocusrecord.eventlog.contracts.Cast.command;
import static org.refocusrecord.eventlog.contracts.Cast.entry;
import static org.refocusrecord.eventlog.contracts.Cast.noted;
import static org.refocusrecord.eventlog.contracts.Cast.told;

import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.correction.DisagreementRepliedTo;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryDisagreedWith;
import org.refocusrecord.events.correction.EntryMarkedInError;
import org.refocusrecord.events.correction.ErasureGrounds;
import org.refocusrecord.events.correction.ErasureScope;
import org.refocusrecord.events.correction.WordsErased;
import org.refocusrecord.events.correction.WordsErasureAsked;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.AcceptanceHow;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.goal.Orientation;
import org.refocusrecord.events.goal.Whose;

import java.time.LocalDate;
import java.util.List;

/** What was said about something recorded. */
final class ExampleCorrections {

    private static final AnyId GOAL_SET = AnyId.of(entry(20).toString());

    private ExampleCorrections() {}

    static List<Event> all() {
        return List.of(
                new EntryAmended(
                        command(11),
                        CASE,
                        GOAL_SET,
                        CorrectionCause.MISTAKE,
                        noted("The wish had been written too narrowly."),
                        "goal.set",
                        1,
                        asItShouldRead(),
                        PERSON,
                        WORKER),
                new EntryMarkedInError(
                        command(12),
                        CASE,
                        AnyId.of(entry(44).toString()),
                        CorrectionCause.WRONG_PERSON,
                        noted("This belongs in another record."),
                        PERSON,
                        WORKER),
                new EntryDisagreedWith(
                        command(13),
                        CASE,
                        GOAL_SET,
                        PERSON,
                        new Words.Said(
                                "I did agree, but not to the date.",
                                PERSON,
                                Wording.WRITTEN_BY_THEM,
                                "en",
                                Sharing.TEAM),
                        PERSON),
                new DisagreementRepliedTo(
                        command(14),
                        CASE,
                        command(13),
                        WORKER,
                        noted("We will talk about the date when we next meet."),
                        WORKER),
                new WordsErasureAsked(
                        command(15),
                        CASE,
                        ErasureScope.ENTRY,
                        AnyId.of(entry(44).toString()),
                        ErasureGrounds.WRONG_PERSON,
                        "IG-2012-0042",
                        ADMINISTRATOR),
                new WordsErased(command(16), CASE, command(15), ADMINISTRATOR));
    }

    /** The statement is new; the reason stayed as it was and stands where it was said. */
    private static GoalSet asItShouldRead() {
        return new GoalSet(
                entry(20),
                GOAL,
                told("To cook for my family again, not only for my sister."),
                Whose.PERSON,
                PERSON,
                List.of(PERSON, WORKER),
                List.of(
                        new Acceptance(
                                PERSON,
                                AcceptanceAnswer.AGREE,
                                AcceptanceHow.SPOKEN,
                                new Words.From(BEFORE, 0))),
                Orientation.APPROACH,
                List.of(Cast.THAT_VALUE),
                5,
                7,
                LocalDate.parse("2012-06-14"));
    }
}
