package org.refocusrecord.events.study;

import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.shape.Code;

/** A definition of what a study counts was published; it is never overwritten. */
@EventType(
        name = "study.definition-published",
        revision = 1,
        door = "definition",
        meaning = "A definition of what a study counts was published; it is never overwritten.")
public record DefinitionPublished(
        CommandId commandId,
        StudyId studyId,
        String name,
        @Code("[A-Za-z0-9._-]{1,40}") String version,
        JsonText definition,
        Person recordedBy)
        implements StudyEvent {}
