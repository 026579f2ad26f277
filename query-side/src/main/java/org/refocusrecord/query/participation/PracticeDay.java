package org.refocusrecord.query.participation;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.workingpractice.Practice;

import java.time.LocalDate;

/**
 * A day on which a working practice was used in a case.
 *
 * @param teamId the team that the case belonged to on that day; null before it was opened
 * @param withPerson whether the person took part in the session, or wrote alone
 */
public record PracticeDay(
        CaseId caseId,
        ServiceUserId serviceUserId,
        LocalDate day,
        Practice practice,
        @Nullable TeamId teamId,
        boolean withPerson) {}
