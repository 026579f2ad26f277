package org.refocusrecord.events.study;

import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;

import java.time.LocalDate;

/** A study is known to the record. */
@EventType(
        name = "study.registered",
        revision = 1,
        door = "study",
        meaning = "A study is known to the record.")
public record StudyRegistered(
        CommandId commandId, StudyId studyId, String name, LocalDate startsOn, Person recordedBy)
        implements StudyEvent {}
