package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.CARER;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.THE_PERSON;
import static org.refocusrecord.command.example.Cast.THE_WORKER;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Cast.event;
import static org.refocusrecord.command.example.Facts.command;
import static org.refocusrecord.command.example.Facts.disagreement;
import static org.refocusrecord.command.example.Facts.told;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Meeting.sessionId;
import static org.refocusrecord.command.example.Mending.amended;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.Practices.agreed;
import static org.refocusrecord.command.example.Practices.value;
import static org.refocusrecord.command.example.Practices.valueTold;
import static org.refocusrecord.command.example.Practices.valuesTalkedAbout;
import static org.refocusrecord.command.example.Ratings.measured;
import static org.refocusrecord.command.example.Ratings.rated;
import static org.refocusrecord.command.example.Sayings.asBefore;
import static org.refocusrecord.command.example.Sayings.said;
import static org.refocusrecord.command.example.Sayings.words;

import org.junit.jupiter.api.Test;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.command.example.Meeting;
import org.refocusrecord.events.Answers;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.Words;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.coaching.CoachingContractAgreed;
import org.refocusrecord.events.correction.EntryAmended;
import org.refocusrecord.events.goal.Acceptance;
import org.refocusrecord.events.goal.AcceptanceAnswer;
import org.refocusrecord.events.goal.GoalSet;
import org.refocusrecord.events.rating.MeasureAnswered;
import org.refocusrecord.events.session.SessionHeld;
import org.refocusrecord.events.workingpractice.Value;
import org.refocusrecord.events.workingpractice.ValueTold;
import org.refocusrecord.events.workingpractice.ValuesTalkedAbout;

import java.util.List;

/** The opening is event 0, the first session's header event 1, its first entry event 2. */
class KeepingATextAsBeforeTest {

    private static final ValueTold KEPT = but(valueTold("calm"), "statement", asBefore());

    private static Words from(long sequence, int n) {
        return new Words.From(event(sequence), n);
    }

    private static <E extends CaseEvent> E replacement(CaseExample.Outcome outcome, Class<E> type) {
        return type.cast(outcome.last(EntryAmended.class).replacement());
    }

    private static ValueTold after(CaseExample example) {
        return replacement(
                example.when(amended("last", entry("told calm"), KEPT)), ValueTold.class);
    }

    @Test
    void points_to_the_event_that_holds_it() {
        ValueTold told = after(record().given(session(valueTold("calm"))));

        assertThat(told.statement()).isEqualTo(from(2, 0));
    }

    @Test
    void points_past_amendments_in_which_it_stayed() {
        ValueTold told =
                after(
                        record().given(session(valueTold("calm")))
                                .given(amended("c", entry("told calm"), KEPT))
                                .given(amended("d", entry("told calm"), KEPT)));

        assertThat(told.statement()).isEqualTo(from(2, 0));
    }

    @Test
    void points_to_the_amendment_that_said_it_anew() {
        ValueTold told =
                after(
                        record().given(session(valueTold("calm")))
                                .given(amended("c", entry("told calm"), valueTold("calm")))
                                .given(amended("d", entry("told calm"), KEPT)));

        // Of the amendment at 3 the reason comes first in canonical order, then the replacement.
        assertThat(told.statement()).isEqualTo(from(3, 1));
    }

    @Test
    void points_to_the_first_again_once_the_amendment_was_taken_back() {
        ValueTold told =
                after(
                        record().given(session(valueTold("calm")))
                                .given(amended("c", entry("told calm"), valueTold("calm")))
                                .given(marked("back", command("c"))));

        assertThat(told.statement()).isEqualTo(from(2, 0));
    }

    @Test
    void is_found_by_the_id_of_its_item() {
        CaseExample talked = record().given(session(valuesTalkedAbout("calm", "rest")));
        List<Value> turned =
                List.of(
                        new Value(value("rest"), null, asBefore()),
                        new Value(value("peace"), null, words("peace")),
                        new Value(value("calm"), null, asBefore()));

        ValuesTalkedAbout talk =
                replacement(
                        talked.when(
                                amended(
                                        "c",
                                        entry("values"),
                                        but(valuesTalkedAbout(), "values", turned))),
                        ValuesTalkedAbout.class);

        assertThat(talk.values())
                .extracting(Value::statement)
                .containsExactly(from(2, 1), said("peace", WORKER), from(2, 0));
    }

    @Test
    void is_found_by_the_party() {
        GoalSet goal =
                but(
                        goalSet("run"),
                        "acceptance",
                        List.of(answer(THE_WORKER, words("yes")), answer(CARER, words("no"))));
        GoalSet turned =
                but(
                        but(goalSet("run"), "statement", asBefore()),
                        "acceptance",
                        List.of(answer(CARER, asBefore()), answer(THE_WORKER, asBefore())));

        GoalSet amended =
                replacement(
                        record().given(session(goal)).when(amended("c", entry("set run"), turned)),
                        GoalSet.class);

        assertThat(amended.acceptance())
                .extracting(Acceptance::reason)
                .containsExactly(from(2, 1), from(2, 0));
        assertThat(amended.statement()).isEqualTo(from(2, 2));
    }

    private static Acceptance answer(Person who, Words reason) {
        return new Acceptance(who, AcceptanceAnswer.AGREE, null, reason);
    }

    @Test
    void is_found_by_the_participant() {
        Meeting one = session("one", valueTold("calm")).with(CARER, words("my sister"));
        Meeting turned =
                session("one", valueTold("calm"))
                        .among(CARER, WORKER)
                        .with(new Person(Party.SERVICE_USER, ""), words("self"));
        SessionHeld header =
                but(
                        turned.header(),
                        "participants",
                        List.of(
                                but(turned.header().participants().get(0), "relation", asBefore()),
                                turned.header().participants().get(1),
                                turned.header().participants().get(2)));

        SessionHeld held =
                replacement(
                        record().given(one).when(amended("c", sessionId("one"), header)),
                        SessionHeld.class);

        assertThat(held.participants().getFirst().relation()).isEqualTo(from(1, 0));
    }

    @Test
    void is_found_by_its_place_in_a_list_of_texts() {
        CoachingContractAgreed contract =
                but(
                        agreed("coach", THE_WORKER),
                        "desiredOutcomes",
                        List.of(words("one"), words("two")));
        CoachingContractAgreed kept =
                but(contract, "desiredOutcomes", List.of(words("other"), asBefore()));

        CoachingContractAgreed amended =
                replacement(
                        record().given(session(contract))
                                .when(amended("c", entry("agreed coach"), kept)),
                        CoachingContractAgreed.class);

        assertThat(amended.desiredOutcomes()).containsExactly(said("other", WORKER), from(2, 1));
    }

    @Test
    void keeps_answers() {
        MeasureAnswered kept =
                but(measured("mood", "QPR", THE_WORKER), "answers", new Answers.AsBefore());
        CaseExample measured = record().given(session(measured("mood", "QPR", THE_WORKER)));

        MeasureAnswered once =
                replacement(
                        measured.when(amended("c", entry("measured mood"), kept)),
                        MeasureAnswered.class);
        MeasureAnswered twice =
                replacement(
                        measured.given(amended("c", entry("measured mood"), kept))
                                .when(amended("d", entry("measured mood"), kept)),
                        MeasureAnswered.class);

        assertThat(once.answers()).isEqualTo(new Answers.From(event(2)));
        assertThat(twice.answers()).isEqualTo(new Answers.From(event(2)));
    }

    @Test
    void keeps_the_answers_of_a_rating_that_may_not_be_seen() {
        record().given(session(rated("first", WORKER)))
                .when(
                        amended(
                                        "c",
                                        entry("rated first"),
                                        but(
                                                rated("first", WORKER),
                                                "answers",
                                                new Answers.AsBefore()))
                                .confirmedBy(THE_PERSON))
                .expectRecorded();
    }

    @Test
    void keeps_the_words_of_a_disagreement() {
        record().given(session(valueTold("calm")))
                .given(told(disagreement(entry("told calm"), CARER)))
                .when(
                        amended(
                                "c",
                                command("disagreement"),
                                but(disagreement(entry("told calm"), CARER), "words", asBefore())))
                .expectRecorded();
    }

    @Test
    void is_refused_where_nothing_was() {
        record().given(session(valuesTalkedAbout("calm")))
                .when(
                        amended(
                                "c",
                                entry("values"),
                                but(
                                        valuesTalkedAbout(),
                                        "values",
                                        List.of(
                                                new Value(value("calm"), null, asBefore()),
                                                new Value(value("rest"), null, asBefore())))))
                .expectRefused("/replacement/values/1/statement", "reference.unknown");
    }

    @Test
    void is_refused_for_a_reason() {
        record().given(session(valueTold("calm")))
                .when(marked("c", entry("told calm")).saying(asBefore()))
                .expectRefused("/reason", "reference.unknown");
        record().given(session(valueTold("calm")))
                .when(amended("c", entry("told calm"), KEPT).saying(asBefore()))
                .expectRefused("/reason", "reference.unknown");
    }

    @Test
    void is_refused_in_something_new() {
        record().when(session(KEPT)).expectRefused("/entries/0/statement", "reference.unknown");
    }

    @Test
    void names_the_person_who_posts_an_own_correction() {
        ValueTold told =
                replacement(
                        record().given(
                                        org.refocusrecord.command.example.OwnWriting.ownEntries(
                                                valueTold("calm")))
                                .when(
                                        amended("c", entry("told calm"), valueTold("calm"))
                                                .byPerson()),
                        ValueTold.class);

        assertThat(((Words.Said) told.statement()).statedBy()).isEqualTo(PERSON);
    }
}
