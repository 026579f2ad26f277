package org.refocusrecord.events.study;

import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.StudyId;

/**
 * Everything that can happen in the stream of a study. Its texts are plain, for staff, and about no
 * person.
 */
public sealed interface StudyEvent extends Event
        permits StudyRegistered,
                ConsentStated,
                DefinitionPublished,
                StudyEntryAmended,
                StudyEntryMarkedInError {

    /** The command that recorded it. */
    CommandId commandId();

    /** Who recorded it. */
    Person recordedBy();

    /** The study. */
    StudyId studyId();
}
