package org.refocusrecord.events;

import java.util.UUID;

/** An id: a UUID, in lower case wherever it is written, that says what it names. */
public sealed interface Id
        permits CaseId,
                TeamId,
                StudyId,
                ServiceUserId,
                WorkerId,
                CommandId,
                EntryId,
                ValueId,
                PreferenceId,
                StrengthId,
                AspirationId,
                GoalId,
                StepId,
                ActionId,
                ContractId,
                RatingId,
                MeasureId,
                ProjectId,
                ItemId,
                AnyId,
                EventId {

    /** The id itself. */
    UUID value();
}
