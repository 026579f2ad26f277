package org.refocusrecord.command.example;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.Posting.Right;
import org.refocusrecord.command.Refusal;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.WorkerId;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Who posts. */
public final class Postings {

    private static final Duration TWO_DAYS = Duration.ofDays(2);

    private Postings() {}

    /** By a clinical system. */
    public static Posting bySystem() {
        return by("system", Right.CLINICAL_SYSTEM, null);
    }

    /** By the worker. */
    public static Posting byWorker() {
        return by("worker", Right.WORKER, Cast.WORKER_ID);
    }

    /** By another worker. */
    public static Posting byColleague() {
        return by("colleague", Right.WORKER, Cast.COLLEAGUE_ID);
    }

    /** By the leader of the team. */
    public static Posting byLeader() {
        return by("leader", Right.TEAM_LEADER, new WorkerId(Cast.id("leader")));
    }

    /** By the service user. */
    public static Posting byPerson() {
        return by("person", Right.SERVICE_USER, null);
    }

    /** By an administrator. */
    public static Posting byAdministrator() {
        return by("admin", Right.ADMIN, null);
    }

    /** By another administrator. */
    public static Posting byAnotherAdministrator() {
        return by("another-admin", Right.ADMIN, null);
    }

    /** Who records where nobody is named. */
    static Person self(Posting posting) {
        return switch (posting.right()) {
            case CLINICAL_SYSTEM -> Cast.WORKER;
            case SERVICE_USER -> Cast.PERSON;
            case ADMIN -> new Person(Party.OTHER, posting.postedBy());
            case WORKER, TEAM_LEADER ->
                    new Person(Party.STAFF, Objects.requireNonNull(posting.worker()).toString());
        };
    }

    private static Posting by(String account, Right right, @Nullable WorkerId worker) {
        return new Posting(
                account,
                right,
                worker,
                right == Right.SERVICE_USER ? Cast.SERVICE_USER_ID : null,
                Cast.RECEIVED,
                Cast.LONDON,
                TWO_DAYS,
                null,
                List.of(),
                new Posting.Content("{}"));
    }

    /** The same, received at another time. */
    public static Posting received(Posting posting, Instant at) {
        return new Posting(
                posting.postedBy(),
                posting.right(),
                posting.worker(),
                posting.serviceUser(),
                at,
                posting.zone(),
                posting.lateAfter(),
                posting.ifMatch(),
                posting.atTheDoor(),
                posting.content());
    }

    /** The same, where the caller has read a version. */
    public static Posting ifMatch(Posting posting, long version) {
        return new Posting(
                posting.postedBy(),
                posting.right(),
                posting.worker(),
                posting.serviceUser(),
                posting.receivedAt(),
                posting.zone(),
                posting.lateAfter(),
                version,
                posting.atTheDoor(),
                posting.content());
    }

    /** The same, with something found at the door. */
    public static Posting found(Posting posting, Refusal atTheDoor) {
        return new Posting(
                posting.postedBy(),
                posting.right(),
                posting.worker(),
                posting.serviceUser(),
                posting.receivedAt(),
                posting.zone(),
                posting.lateAfter(),
                posting.ifMatch(),
                List.of(atTheDoor),
                posting.content());
    }
}
