package org.refocusrecord.eventlog.seal;

import org.refocusrecord.eventlog.seal.Audited.Misfit;

/** Ends an audit where it has found something. */
final class DoesNotFit extends RuntimeException {

    private final transient Misfit misfit;

    DoesNotFit(long position, String what) {
        super(what);
        this.misfit = new Misfit(position, what);
    }

    Misfit misfit() {
        return misfit;
    }
}
