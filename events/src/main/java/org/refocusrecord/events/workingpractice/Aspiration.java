package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.AspirationId;
import org.refocusrecord.events.Words;

/** What the person wants, as it was told in a conversation. */
public record Aspiration(
        AspirationId aspirationId, @Nullable StrengthDomain domain, Words statement) {}
