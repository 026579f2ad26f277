package org.refocusrecord.command;

import java.util.List;

/** What became of a command: the events that it leads to, or every reason against it. */
public sealed interface Decision {

    /** It is to be recorded, as these events in this order. */
    record Accepted(List<Decided> events) implements Decision {}

    /** It is refused, for all of these reasons. */
    record Refused(List<Refusal> refusals) implements Decision {}

    /** Accepted when there is nothing against it. */
    static Decision unless(List<Refusal> refusals, List<Decided> events) {
        return refusals.isEmpty() ? new Accepted(events) : new Refused(List.copyOf(refusals));
    }

    /** One refusal. */
    static Decision refused(Refusal refusal) {
        return new Refused(List.of(refusal));
    }
}
