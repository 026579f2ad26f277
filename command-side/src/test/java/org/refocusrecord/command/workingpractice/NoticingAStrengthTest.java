package org.refocusrecord.command.workingpractice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.CARER;
import static org.refocusrecord.command.example.Cast.EARLIER;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.Practices.noticed;
import static org.refocusrecord.command.example.Practices.strength;
import static org.refocusrecord.command.example.Practices.value;
import static org.refocusrecord.command.example.Practices.valueTold;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.casefile.Item;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.events.StrengthId;
import org.refocusrecord.events.workingpractice.StrengthChanged;

class NoticingAStrengthTest {

    private static CaseExample noticedTwice() {
        return record().given(session(noticed("humour", WORKER)))
                .given(session(noticed("humour", CARER)).at(EARLIER));
    }

    private static StrengthChanged changed() {
        return new StrengthChanged(
                entry("changed humour"),
                strength("humour"),
                org.refocusrecord.command.example.Sayings.words("wit"),
                null);
    }

    @Test
    void may_be_done_again_by_another() {
        var items = noticedTwice().state().standing().items();

        assertThat(items.get(strength("humour").value()))
                .extracting(Item::earliest)
                .extracting(Item.Bringer::place)
                .isEqualTo(EARLIER);
    }

    @Test
    void makes_it_stand_where_it_was_noticed_first() {
        noticedTwice().when(session(changed()).at(EARLIER)).expectRecorded();
    }

    @Test
    void keeps_it_alive_while_one_of_them_stands() {
        CaseExample once = noticedTwice().given(marked("slip", entry("noticed humour" + WORKER)));

        once.when(session(changed())).expectRecorded();
        once.given(marked("other", entry("noticed humour" + CARER)))
                .when(session(changed()))
                .expectRefused("/entries/0/strengthId", "reference.unknown");
    }

    @Test
    void is_not_of_what_is_something_else() {
        record().given(session(valueTold("calm")))
                .when(
                        session(
                                but(
                                        noticed("humour", WORKER),
                                        "strengthId",
                                        new StrengthId(value("calm").value()))))
                .expectRefused("/entries/0/strengthId", "id.taken");
    }

    @Test
    void is_not_done_again_once_nobody_noticed_it() {
        record().given(session(noticed("humour", WORKER)))
                .given(marked("slip", entry("noticed humour" + WORKER)))
                .when(session(noticed("humour", CARER)))
                .expectRefused("/entries/0/strengthId", "id.taken");
    }
}
