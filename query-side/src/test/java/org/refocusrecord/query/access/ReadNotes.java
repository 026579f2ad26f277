package org.refocusrecord.query.access;

import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.security.Purpose;
import org.refocusrecord.security.Role;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Reads that might have been. */
final class ReadNotes {

    static final CaseId CASE = new CaseId(new UUID(1, 1));

    private ReadNotes() {}

    static Access at(String moment) {
        return new Access(
                EventIds.next().value(),
                Instant.parse(moment),
                "somebody",
                new Person(Party.OTHER, "somebody"),
                Role.AUDITOR,
                CASE,
                What.CARE_PLAN,
                null,
                Instant.parse("2012-01-01T00:00:00Z"),
                new Purpose(Purpose.Kind.AUDIT, "the yearly one"),
                Outcome.SHOWN);
    }

    static List<Access> many(String moment, int count) {
        List<Access> many = new ArrayList<>();
        for (int one = 0; one < count; one++) {
            many.add(at(moment));
        }
        return many;
    }
}
