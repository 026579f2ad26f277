package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.CARER;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Facts.command;
import static org.refocusrecord.command.example.Facts.disagreement;
import static org.refocusrecord.command.example.Facts.erased;
import static org.refocusrecord.command.example.Facts.erasureAsked;
import static org.refocusrecord.command.example.Facts.reply;
import static org.refocusrecord.command.example.Facts.told;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Meeting.sessionId;
import static org.refocusrecord.command.example.Mending.amended;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.Postings.byAdministrator;
import static org.refocusrecord.command.example.Postings.byPerson;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Sayings.said;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.events.Wording;
import org.refocusrecord.events.correction.DisagreementRepliedTo;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.correction.EntryDisagreedWith;
import org.refocusrecord.events.correction.ErasureScope;

class DisagreeingTest {

    private static CaseExample calm() {
        return record().given(session("one", valueTold("calm")));
    }

    @Test
    void is_in_the_words_of_whoever_disagrees() {
        EntryDisagreedWith disagreed =
                calm().when(
                                told(
                                        but(
                                                disagreement(entry("told calm"), CARER),
                                                "recordedBy",
                                                WORKER)))
                        .last(EntryDisagreedWith.class);

        assertThat(disagreed.words()).isEqualTo(said("not so", CARER));
    }

    @Test
    void is_in_the_own_writing_of_the_person_who_posts_it() {
        EntryDisagreedWith disagreed =
                calm().when(told(disagreement(entry("told calm"), THE_PERSON)).posted(byPerson()))
                        .last(EntryDisagreedWith.class);

        assertThat(disagreed.words()).isEqualTo(said("not so", Wording.WRITTEN_BY_THEM));
        assertThat(disagreed.party()).isEqualTo(PERSON);
    }

    @Test
    void stays_in_those_words_when_it_is_corrected() {
        EntryDisagreedWith first = disagreement(entry("told calm"), CARER);
        EntryAmended correction =
                calm().given(told(first))
                        .when(amended("c", command("disagreement"), first))
                        .last(EntryAmended.class);

        assertThat(((EntryDisagreedWith) correction.replacement()).words())
                .isEqualTo(said("not so", CARER));
    }

    @Test
    void is_with_anything_recorded() {
        CaseExample marked = calm().given(marked("slip", entry("told calm")));

        for (var target :
                new org.refocusrecord.events.Id[] {
                    entry("told calm"), sessionId("one"), command("opening"), command("slip")
                }) {
            marked.when(told(disagreement(target, CARER))).expectRecorded();
        }
    }

    @Test
    void is_not_with_what_is_not_there() {
        record().when(told(disagreement(entry("told calm"), CARER)))
                .expectRefused("/target", "reference.unknown");
        calm().given(told(disagreement(entry("told calm"), CARER)))
                .when(amended("c", command("disagreement"), disagreement(entry("nothing"), CARER)))
                .expectRefused("/replacement/target", "reference.unknown");
    }

    @Test
    void is_replied_to() {
        DisagreementRepliedTo replied =
                calm().given(told(disagreement(entry("told calm"), CARER)))
                        .when(told(reply(WORKER)))
                        .last(DisagreementRepliedTo.class);

        assertThat(replied.words()).isEqualTo(said("I see", WORKER));
    }

    @Test
    void has_replies_only_where_it_is_one() {
        calm().when(told(reply(WORKER))).expectRefused("", "disagreement.unknown");
        calm().when(told(but(reply(WORKER), "disagreementId", command("opening"))))
                .expectRefused("", "disagreement.unknown");
    }

    @Test
    void is_replied_to_for_good() {
        CaseExample replied =
                calm().given(told(disagreement(entry("told calm"), CARER)), told(reply(WORKER)));

        replied.when(
                        amended(
                                "c",
                                command("reply"),
                                but(reply(WORKER), "disagreementId", command("other"))))
                .expectRefused("/replacement/disagreementId", "replacement.not-the-same");
    }

    @Test
    void rests_on_nothing() {
        calm().given(told(disagreement(entry("told calm"), CARER)))
                .when(marked("c", entry("told calm")))
                .expectRecorded();
    }

    @Test
    void may_end_in_the_words_being_forgotten() {
        calm().given(told(erasureAsked(entry("told calm")))).when(told(erased())).expectRecorded();
    }

    @Test
    void is_not_forgotten_without_anybody_asking() {
        calm().when(told(erased())).expectRefused("", "erasure.unknown");
        calm().given(told(erasureAsked(entry("told calm"))))
                .given(marked("slip", command("erasure")).posted(byAdministrator()))
                .when(told(erased()))
                .expectRefused("", "erasure.unknown");
    }

    @Test
    void is_forgotten_as_one_entry_or_the_whole_case() {
        calm().when(told(erasureAsked(entry("nothing"))))
                .expectRefused("/target", "reference.unknown");
        calm().when(told(but(erasureAsked(entry("told calm")), "target", null)))
                .expectRefused("/target", "field.missing");
        calm().when(
                        told(
                                but(
                                        but(erasureAsked(entry("told calm")), "target", null),
                                        "scope",
                                        ErasureScope.CASE)))
                .expectRecorded();
    }
}
