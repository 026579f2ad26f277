package org.refocusrecord.events.goal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;

/** One person's answer to a goal at the moment it was set, and how it is known. */
public record Acceptance(
        Person party,
        AcceptanceAnswer answer,
        @Nullable AcceptanceHow how,
        @Nullable Words reason) {}
