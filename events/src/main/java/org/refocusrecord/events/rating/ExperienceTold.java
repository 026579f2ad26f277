package org.refocusrecord.events.rating;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.workingpractice.Practice;

/**
 * The person told how a conversation was, or that it did not take place.
 *
 * <p>The person's own word on what staff recorded.
 */
@EventType(
        name = "experience.told",
        revision = 1,
        door = "EXPERIENCE",
        meaning = "The person told how a conversation was, or that it did not take place.")
public record ExperienceTold(
        EntryId entryId,
        @Nullable EntryId aboutEntryId,
        @Nullable Practice practice,
        @Nullable ExperienceGiven given,
        @Nullable TookPlace tookPlace,
        @Nullable HowFar purposeExplained,
        @Nullable HowFar helpful,
        @Nullable HowFar intrusive,
        @Nullable HowFar formForStaff,
        @Nullable Words words)
        implements RatingEvent {}
