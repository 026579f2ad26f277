package org.refocusrecord.web.reading;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.goal.GoalStepDone;
import org.refocusrecord.events.shape.Form;
import org.refocusrecord.events.shape.Form.ListForm;
import org.refocusrecord.events.shape.Form.PersonForm;
import org.refocusrecord.events.shape.Member;
import org.refocusrecord.events.shape.RecordShape;

import java.util.List;
import java.util.Set;

/** What is particular at the person's own door: which entries, and who did what is left out. */
final class OwnDoor {

    /** The kinds of entries that a service user writes alone. */
    static final Set<String> KINDS =
            Set.of(
                    "VALUE_TOLD",
                    "PREFERENCE_TOLD",
                    "ASPIRATION_TOLD",
                    "VALUE_CHANGED",
                    "PREFERENCE_CHANGED",
                    "STRENGTH_CHANGED",
                    "ASPIRATION_CHANGED",
                    "VALUE_WITHDRAWN",
                    "PREFERENCE_WITHDRAWN",
                    "STRENGTH_WITHDRAWN",
                    "ASPIRATION_WITHDRAWN",
                    "STRENGTH_NOTICED",
                    "GOAL_VOICED",
                    "GOAL_SET",
                    "GOAL_ACCEPTANCE",
                    "GOAL_CONCERN",
                    "GOAL_STATUS",
                    "GOAL_REVIEW",
                    "GOAL_STEP_PLANNED",
                    "GOAL_STEP_STATUS",
                    "COACHING_CONTRACT_ENDED",
                    "RELATIONSHIP_RATING",
                    "MEASURE",
                    "EXPERIENCE",
                    "ACCOUNT");

    /** Whoever stands here is the person; a rated worker, for one, is somebody else. */
    private static final Set<String> THE_PERSON =
            Set.of("proposedBy", "by", "party", "accordingTo", "noticedBy", "rater", "endedBy");

    private static final Person PERSON = Person.theOnly(Party.SERVICE_USER);

    private OwnDoor() {}

    /** What stands for a member that was left out: the person, or nothing. */
    static @Nullable Object otherwise(RecordShape shape, Member member) {
        Form form = member.form();
        if (form instanceof PersonForm && THE_PERSON.contains(member.name())) {
            return member.optional() ? null : PERSON;
        }
        boolean doneBy = shape.type() == GoalStepDone.class && member.name().equals("doneBy");
        boolean persons =
                form instanceof ListForm(Form element, int _, int _)
                        && element instanceof PersonForm;
        return persons && (doneBy || !member.optional()) ? List.of(PERSON) : null;
    }
}
