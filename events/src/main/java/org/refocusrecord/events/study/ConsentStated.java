package org.refocusrecord.events.study;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.WorkerId;
import org.refocusrecord.events.shape.Happened;

import java.time.LocalDate;

/** A service user consented to a study, withdrew or opted out. */
@EventType(
        name = "study.consent-stated",
        revision = 1,
        door = "consent",
        meaning = "A service user consented to a study, withdrew or opted out.")
public record ConsentStated(
        CommandId commandId,
        StudyId studyId,
        CaseId caseId,
        Consent consent,
        @Nullable WorkerId pairedWorkerId,
        @Happened LocalDate on,
        Person recordedBy)
        implements StudyEvent {}
