package org.refocusrecord.events.workingpractice;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.ValueId;
import org.refocusrecord.events.Words;

/** A value as it was told in a conversation. */
public record Value(ValueId valueId, @Nullable ValueArea area, Words statement) {}
