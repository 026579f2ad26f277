package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.query.caseload.CaseRights;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;

/**
 * Who reads a person's record, in which parts, and what for.
 *
 * @param person whether it is the person whose record it is
 * @param staff the worker, where he or she reads as staff
 * @param auditor whether an auditor reads
 * @param purpose whether a purpose was given
 */
public record Reader(boolean person, @Nullable Person staff, boolean auditor, boolean purpose) {

    /** Somebody who reads what holds no text of a person. */
    static final Reader OF_NO_TEXT = new Reader(false, null, false, false);

    /** A caller, in the parts in which the case is in scope. */
    static Reader of(Caller caller, CaseRights rights, @Nullable Purpose purpose) {
        Person worker = rights.staff() ? asStaff(caller) : null;
        return new Reader(rights.person(), worker, rights.auditor(), purpose != null);
    }

    /** Whether a rating that was not shared shows its answers and scores. */
    public boolean seesUnsharedRatings() {
        return person || (auditor && purpose);
    }

    /** A leader whose token names no worker reads as the account. */
    private static Person asStaff(Caller caller) {
        return caller.workerId() == null
                ? new Person(Party.OTHER, caller.sub())
                : new Person(Party.STAFF, caller.workerId().toString());
    }
}
