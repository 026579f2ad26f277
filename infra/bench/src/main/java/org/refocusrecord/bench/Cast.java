package org.refocusrecord.bench;

import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Who appears in every story: one team, one worker.
 *
 * @param trust the trust
 * @param team the team
 * @param worker the worker
 * @param ids how callers make their ids
 */
record Cast(String trust, TeamId team, WorkerId worker, Ids ids) {

    static final LocalDate OPENED_ON = LocalDate.of(2026, 1, 14);
    private static final ZoneId ZONE = ZoneId.of("Europe/London");

    static Cast drawn(Ids ids) {
        return new Cast(
                "T" + UUID.randomUUID().toString().substring(0, 8),
                new TeamId(UUID.randomUUID()),
                new WorkerId(UUID.randomUUID()),
                ids);
    }

    Person staff() {
        return new Person(Party.STAFF, worker.toString());
    }

    /** What a clinical system posts, received now. */
    Posting posting(String content) {
        return new Posting(
                "local:clinical-system:" + trust,
                Right.CLINICAL_SYSTEM,
                null,
                null,
                Instant.now(),
                ZONE,
                Duration.ofDays(2),
                null,
                List.of(),
                new Posting.Content(content));
    }
}
