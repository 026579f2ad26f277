package org.refocusrecord.command.example;

import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.StudyId;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.WorkerId;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;

/** Who and when: the people, places in time and ids of all examples. Nobody real. */
public final class Cast {

    /** The service's zone. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    /** The day before. */
    public static final Instant EARLIER = Instant.parse("2012-03-13T10:00:00Z");

    /** When most things happen. */
    public static final Instant THEN = Instant.parse("2012-03-14T10:00:00Z");

    /** An hour on. */
    public static final Instant LATER = Instant.parse("2012-03-14T11:00:00Z");

    /** When all of it is received. */
    public static final Instant RECEIVED = Instant.parse("2012-03-14T12:00:00Z");

    /** The case. */
    public static final CaseId CASE = new CaseId(id("case"));

    /** The team of the case. */
    public static final TeamId TEAM = new TeamId(id("team"));

    /** A study. */
    public static final StudyId STUDY = new StudyId(id("study"));

    /** The service user of the case. */
    public static final ServiceUserId SERVICE_USER_ID = new ServiceUserId(id("service user"));

    /** The worker who records most. */
    public static final WorkerId WORKER_ID = new WorkerId(id("worker"));

    /** Another worker. */
    public static final WorkerId COLLEAGUE_ID = new WorkerId(id("colleague"));

    /** The service user of the case, named. */
    public static final Person PERSON = new Person(Party.SERVICE_USER, SERVICE_USER_ID.toString());

    /** Somebody else who receives care. */
    public static final Person STRANGER = new Person(Party.SERVICE_USER, id("stranger").toString());

    /** The worker, named. */
    public static final Person WORKER = new Person(Party.STAFF, WORKER_ID.toString());

    /** Another worker, named. */
    public static final Person COLLEAGUE = new Person(Party.STAFF, COLLEAGUE_ID.toString());

    /** A carer, named. */
    public static final Person CARER = new Person(Party.CARER, id("carer").toString());

    /** An administrator's account. */
    public static final Person ADMINISTRATOR = new Person(Party.OTHER, "admin");

    /** Another administrator's account. */
    public static final Person ANOTHER_ADMINISTRATOR = new Person(Party.OTHER, "another-admin");

    /** The service user, as a bare word. */
    public static final Person THE_PERSON = Person.theOnly(Party.SERVICE_USER);

    /** The only worker who took part, as a bare word. */
    public static final Person THE_WORKER = Person.theOnly(Party.STAFF);

    private Cast() {}

    /** The id that belongs to a name. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The id of the event at a place of a stream. */
    public static EventId event(long sequence) {
        return new EventId(new UUID(0x7000L, sequence));
    }
}
