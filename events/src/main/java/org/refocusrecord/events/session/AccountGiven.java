package org.refocusrecord.events.session;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.CommandId;
import org.refocusrecord.events.EntryId;
import org.refocusrecord.events.EventType;
import org.refocusrecord.events.Words;

/** Somebody gave an own account of a meeting; two accounts stand side by side. */
@EventType(
        name = "account.given",
        revision = 1,
        door = "ACCOUNT",
        meaning = "Somebody gave an own account of a meeting; two accounts stand side by side.")
public record AccountGiven(EntryId entryId, @Nullable CommandId aboutSessionId, Words words)
        implements Entry {}
