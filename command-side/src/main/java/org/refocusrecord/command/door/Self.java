package org.refocusrecord.command.door;

import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.security.Caller;

/** Who records where nobody is named: the worker or service user of the token, else the account. */
final class Self {

    private Self() {}

    static Person of(Caller caller) {
        if (caller.workerId() != null) {
            return new Person(Party.STAFF, caller.workerId().toString());
        }
        return caller.serviceUserId() == null
                ? new Person(Party.OTHER, caller.sub())
                : new Person(Party.SERVICE_USER, caller.serviceUserId().toString());
    }
}
