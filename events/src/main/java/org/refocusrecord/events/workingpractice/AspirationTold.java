package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AspirationId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Words;

/** The person told an aspiration outside a conversation about strengths. */
@EventType(
        name = "aspiration.told",
        revision = 1,
        door = "ASPIRATION_TOLD",
        meaning = "The person told an aspiration outside a conversation about strengths.")
public record AspirationTold(
        EntryId entryId,
        AspirationId aspirationId,
        @Nullable StrengthDomain domain,
        Words statement)
        implements WorkingPracticeEvent {}
