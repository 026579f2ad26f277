package org.refocusrecord.command.study;

import org.refocusrecord.command.Ledger;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.study.StudyRegistered;

/**
 * What decisions need of a study: what was recorded about it.
 *
 * @param ledger everything recorded
 */
public record StudyState(Ledger<StudyEvent> ledger) {

    /** A study of which nothing is recorded. */
    public static final StudyState EMPTY = new StudyState(Ledger.empty());

    /** Whether it was registered, in error or not. */
    public boolean isRegistered() {
        return ledger.inOrder().stream().anyMatch(l -> l.event() instanceof StudyRegistered);
    }
}
