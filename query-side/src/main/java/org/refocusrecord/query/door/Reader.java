package org.refocusrecord.query.door;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.security.Caller;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.security.Role;

/**
 * Who reads a person's record, in which parts, and what for.
 *
 * @param person whether it is the person whose record it is
 * @param staff the worker, where he or she reads as staff
 * @param auditor whether an auditor reads
 * @param purpose whether a purpose was given
 */
public record Reader(boolean person, @Nullable Person staff, boolean auditor, boolean purpose) {

    /** A caller, in the parts in which the case is in scope. */
    static Reader of(Caller caller, boolean person, boolean staff, @Nullable Purpose purpose) {
        Person worker = staff ? asStaff(caller) : null;
        return new Reader(person, worker, caller.roles().contains(Role.AUDITOR), purpose != null);
    }

    /** Whether a rating that was not shared shows its answers and scores. */
    boolean seesUnsharedRatings() {
        return person || (auditor && purpose);
    }

    /** A leader whose token names no worker reads as the account. */
    private static Person asStaff(Caller caller) {
        return caller.workerId() == null
                ? new Person(Party.OTHER, caller.sub())
                : new Person(Party.STAFF, caller.workerId().toString());
    }
}
