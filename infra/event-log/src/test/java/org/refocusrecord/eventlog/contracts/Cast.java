package org.refocusrecord.eventlog.contracts;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.GoalId;
import org.refocusrecord.events.ItemId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.PreferenceId;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.Sharing;
import org.refocusrecord.events.StepId;
import org.refocusrecord.events.StrengthId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.ValueId;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.WorkerId;

/** Who and what the examples are about: ids that are nobody's, and how these people speak. */
final class Cast {

    static final CaseId CASE = CaseId.of(id("c", 1));
    static final TeamId TEAM = TeamId.of(id("7", 1));
    static final StudyId STUDY = StudyId.of(id("8", 1));
    static final WorkerId WORKER_ID = WorkerId.of(id("b", 1));
    static final ServiceUserId SERVICE_USER_ID = ServiceUserId.of(id("d", 1));
    static final GoalId GOAL = GoalId.of(id("f", 1));
    static final StepId STEP = StepId.of(id("f", 2));
    static final ValueId VALUE = ValueId.of(id("f", 3));
    static final PreferenceId PREFERENCE = PreferenceId.of(id("f", 4));
    static final StrengthId STRENGTH = StrengthId.of(id("f", 5));
    static final ItemId THAT_VALUE = ItemId.of(VALUE.toString());
    static final ItemId THAT_STRENGTH = ItemId.of(STRENGTH.toString());

    static final Person PERSON = new Person(Party.SERVICE_USER, SERVICE_USER_ID.toString());
    static final Person WORKER = new Person(Party.STAFF, WORKER_ID.toString());
    static final Person SISTER = new Person(Party.CARER, id("e", 1));
    static final Person ADMINISTRATOR = new Person(Party.OTHER, "administration:7");

    /** An event that was recorded before, in which words stand that stayed as they were. */
    static final EventId BEFORE = EventId.of("0135f0a1-b2c3-7d4e-8f50-000000000001");

    private Cast() {}

    static String id(String kind, int number) {
        return "%s0000000-0000-4000-8000-%012d".formatted(kind, number);
    }

    static CommandId command(int number) {
        return CommandId.of(id("5", number));
    }

    static EntryId entry(int number) {
        return EntryId.of(id("9", number));
    }

    /** In the person's own words, as spoken. */
    static Words.Said told(String text) {
        return new Words.Said(text, PERSON, Wording.VERBATIM, "en", Sharing.TEAM);
    }

    /** As the worker wrote it down. */
    static Words.Said noted(String text) {
        return new Words.Said(text, WORKER, Wording.PARAPHRASE, null, Sharing.TEAM);
    }
}
