package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Person;

/**
 * A working practice or coaching was offered, and what the person said to the offer.
 *
 * <p>An offer declined is recorded like one taken up: a respected "no" is no failure.
 */
@EventType(
        name = "practice.offered",
        revision = 1,
        door = "PRACTICE_OFFERED",
        meaning =
                "A working practice or coaching was offered, and what the person said to "
                        + "the offer.")
public record PracticeOffered(
        EntryId entryId,
        Practice practice,
        Person offeredBy,
        OfferResponse response,
        @Nullable AskAgain askAgain)
        implements WorkingPracticeEvent {}
