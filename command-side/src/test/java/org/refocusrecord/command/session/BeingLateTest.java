package org.refocusrecord.command.session;

import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.THEN;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.OwnWriting.ownEntries;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Sayings.words;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.example.Postings;

import java.time.Duration;
import java.time.Instant;

class BeingLateTest {

    private static final Instant JUST_IN_TIME = THEN.plus(Duration.ofDays(2));
    private static final Instant TOO_LATE = JUST_IN_TIME.plus(Duration.ofNanos(1000));

    private static Posting at(Instant received) {
        return Postings.received(Postings.bySystem(), received);
    }

    @Test
    void begins_after_two_days() {
        record().when(session(valueTold("calm")).posted(at(JUST_IN_TIME))).expectRecorded();
    }

    @Test
    void needs_a_reason() {
        record().when(session(valueTold("calm")).posted(at(TOO_LATE)))
                .expectRefused("/lateReason", "late.reason-missing");
    }

    @Test
    void is_recorded_with_a_reason() {
        record().when(
                        session(valueTold("calm"))
                                .with("lateReason", words("I was ill"))
                                .posted(at(TOO_LATE)))
                .expectRecorded();
    }

    @Test
    void is_counted_from_when_the_source_recorded_it() {
        record().when(
                        session(valueTold("calm"))
                                .with("firstRecordedAt", JUST_IN_TIME)
                                .posted(at(TOO_LATE)))
                .expectRecorded();
    }

    @Test
    void is_still_late_where_the_source_was_late() {
        record().when(
                        session(valueTold("calm"))
                                .with("firstRecordedAt", TOO_LATE)
                                .posted(at(TOO_LATE.plusSeconds(1))))
                .expectRefused("/lateReason", "late.reason-missing");
    }

    @Test
    void is_nothing_to_the_person() {
        record().when(
                        ownEntries(valueTold("calm"))
                                .posted(Postings.received(Postings.byPerson(), TOO_LATE)))
                .expectRecorded();
    }
}
