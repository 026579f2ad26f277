package org.refocusrecord.command;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.WorkerId;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Who posts a command, when it was received, and what was found at the door.
 *
 * @param postedBy the account
 * @param right what the account may correct
 * @param worker the worker of the token
 * @param serviceUser the service user of the token
 * @param receivedAt when it was received, or sent to the topic by which it came
 * @param zone the service's zone
 * @param lateAfter how long after the meeting a session counts as late
 * @param ifMatch the version of the stream that the caller read, if he or she cares
 * @param atTheDoor refusals for what it names in other streams
 * @param content its content in canonical form, for the guard against repeats
 */
public record Posting(
        String postedBy,
        Right right,
        @Nullable WorkerId worker,
        @Nullable ServiceUserId serviceUser,
        Instant receivedAt,
        ZoneId zone,
        Duration lateAfter,
        @Nullable Long ifMatch,
        List<Refusal> atTheDoor,
        Content content) {

    /** What somebody may correct, from the widest to the narrowest. */
    public enum Right {
        /** All of staff's entries, openings and transfers too. */
        CLINICAL_SYSTEM,
        /** All of staff's entries. */
        TEAM_LEADER,
        /** What he or she recorded. */
        WORKER,
        /** What came by the own door, and the own disagreements. */
        SERVICE_USER,
        /** What an administrator recorded. */
        ADMIN
    }

    /**
     * Whether it may be recorded in this person's name: a clinical system posts what others
     * recorded, everybody else the own, as the worker or service user of the token or, where it
     * names neither, as the account.
     */
    public boolean mayRecordAs(Person who) {
        if (right == Right.CLINICAL_SYSTEM || isWorker(who)) {
            return true;
        }
        boolean named = worker != null || serviceUser != null;
        return named
                ? serviceUser != null
                        && who.equals(new Person(Party.SERVICE_USER, serviceUser.toString()))
                : who.equals(new Person(Party.OTHER, postedBy));
    }

    /** Whether this person is the worker of the token. */
    public boolean isWorker(Person who) {
        return worker != null && who.equals(new Person(Party.STAFF, worker.toString()));
    }

    /**
     * The content of a command in canonical form: RFC 8785 of its name and its body without nulls.
     */
    public record Content(String canonical) {
        /** Without the text, which has no business in a log line. */
        @Override
        public String toString() {
            return "Content[" + canonical.length() + " characters]";
        }
    }
}
