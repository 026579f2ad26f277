package org.refocusrecord.command.coaching;

import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.CARER;
import static org.refocusrecord.command.example.Cast.COLLEAGUE;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.THE_WORKER;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Practices.agreed;
import static org.refocusrecord.command.example.Practices.newTerms;

import org.junit.jupiter.api.Test;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;

import java.util.List;

class AgreeingOnCoachingTest {

    @Test
    void is_for_both() {
        record().when(session(agreed("coach", THE_WORKER))).expectRecorded();
        record().when(session(but(agreed("coach", THE_WORKER), "agreedBy", List.of(THE_PERSON))))
                .expectRefused("/entries/0/agreedBy", "contract.needs-both");
        record().when(session(but(agreed("coach", THE_WORKER), "agreedBy", List.of(THE_WORKER))))
                .expectRefused("/entries/0/agreedBy", "contract.needs-both");
    }

    @Test
    void may_be_with_others_besides() {
        record().when(
                        session(
                                but(
                                        agreed("coach", THE_WORKER),
                                        "agreedBy",
                                        List.of(CARER, THE_WORKER, THE_PERSON))))
                .expectRecorded();
    }

    @Test
    void is_for_that_worker() {
        record().given(session(agreed("coach", WORKER)))
                .when(session(newTerms("coach", THE_PERSON, COLLEAGUE)))
                .expectRefused("/entries/0/agreedBy", "contract.needs-both");
    }

    @Test
    void is_for_that_worker_in_the_same_meeting_too() {
        record().when(session(agreed("coach", WORKER), newTerms("coach", THE_PERSON)))
                .expectRefused("/entries/1/agreedBy", "contract.needs-both");
    }

    @Test
    void says_only_who_cannot_be_told() {
        record().when(
                        session(
                                but(
                                        agreed("coach", WORKER),
                                        "agreedBy",
                                        List.of(THE_PERSON, Person.theOnly(Party.CARER)))))
                .expectRefused("/entries/0/agreedBy/1", "party.unknown");
    }

    @Test
    void may_be_done_twice() {
        record().given(session(agreed("coach", WORKER)))
                .when(session(agreed("second", WORKER)))
                .expectRecorded();
    }
}
