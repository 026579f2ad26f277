package org.refocusrecord.command.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.CaseExample.record;
import static org.refocusrecord.command.example.Cast.ADMINISTRATOR;
import static org.refocusrecord.command.example.Cast.ANOTHER_ADMINISTRATOR;
import static org.refocusrecord.command.example.Cast.CARER;
import static org.refocusrecord.command.example.Cast.PERSON;
import static org.refocusrecord.command.example.Cast.WORKER;
import static org.refocusrecord.command.example.Facts.any;
import static org.refocusrecord.command.example.Facts.command;
import static org.refocusrecord.command.example.Facts.disagreement;
import static org.refocusrecord.command.example.Facts.erased;
import static org.refocusrecord.command.example.Facts.erasureAsked;
import static org.refocusrecord.command.example.Facts.reply;
import static org.refocusrecord.command.example.Facts.told;
import static org.refocusrecord.command.example.Goals.entry;
import static org.refocusrecord.command.example.Goals.goalVoiced;
import static org.refocusrecord.command.example.Meeting.session;
import static org.refocusrecord.command.example.Meeting.sessionId;
import static org.refocusrecord.command.example.Mending.amended;
import static org.refocusrecord.command.example.Mending.marked;
import static org.refocusrecord.command.example.OwnWriting.ownEntries;
import static org.refocusrecord.command.example.Postings.byAdministrator;
import static org.refocusrecord.command.example.Postings.byAnotherAdministrator;
import static org.refocusrecord.command.example.Practices.valueTold;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.example.CaseExample;
import org.refocusrecord.eventlog.Forgetting;
import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Id;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.correction.ErasureScope;
import org.refocusrecord.events.correction.WordsErased;
import org.refocusrecord.events.correction.WordsErasureAsked;
import org.refocusrecord.events.session.Entry;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which words go when a second administrator approves, and which stay. */
class ErasingTest {

    private static final WordsErasureAsked OF_CALM = erasureAsked(entry("told calm"));

    /** Two values told in a session, amended, contradicted, and much else. */
    private static CaseExample muchSaid() {
        return record().given(
                        session("one", valueTold("calm"), valueTold("order")),
                        session("two", valueTold("peace")))
                .given(
                        amended("mend", entry("told calm"), valueTold("calm")).confirmedBy(PERSON),
                        amended("again", entry("told calm"), valueTold("calm")).confirmedBy(PERSON),
                        amended("header", sessionId("one"), session("one").header()),
                        amended("order", entry("told order"), valueTold("order"))
                                .confirmedBy(PERSON))
                .given(marked("back", command("again")).confirmedBy(PERSON))
                .given(
                        told(disagreement(entry("told calm"), CARER)),
                        told(reply(WORKER)),
                        amended(
                                "other words",
                                command("disagreement"),
                                disagreement(entry("told calm"), CARER)));
    }

    static Stream<Arguments> targets() {
        return Stream.of(
                of(entry("told calm"), "told calm", "mend", "again"),
                of(entry("told order"), "told order", "order"),
                of(
                        sessionId("one"),
                        "one",
                        "told calm",
                        "told order",
                        "mend",
                        "again",
                        "header",
                        "order"),
                of(sessionId("two"), "two", "told peace"),
                of(command("mend"), "mend"),
                of(command("back"), "back"),
                of(command("disagreement"), "disagreement", "other words"),
                of(command("reply"), "reply"),
                of(command("opening"), "opening"));
    }

    private static Arguments of(Id target, String... gone) {
        return Arguments.of(target, Set.of(gone));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void an_entry_s_words_go_with_those_of_its_amendments_and_no_others(
            Id target, Set<String> gone) {
        CaseExample example = muchSaid().given(told(erasureAsked(target)));

        assertThat(names(example, forgotten(example, erased()))).isEqualTo(new TreeSet<>(gone));
    }

    @Test
    void what_the_person_wrote_alone_goes_with_its_entries() {
        CaseExample example = record().given(ownEntries(goalVoiced("sea"), goalVoiced("hill")));
        AnyId written = new AnyId(example.state().inOrder().get(1).id());

        assertThat(forgotten(example.given(told(erasureAsked(written))), erased()))
                .isEqualTo(
                        new Forgetting.OfEvents(
                                Set.of(
                                        eventAt(example, 1),
                                        eventAt(example, 2),
                                        eventAt(example, 3))));
    }

    @Test
    void of_a_whole_case_all_goes() {
        WordsErasureAsked all = but(but(OF_CALM, "target", null), "scope", ErasureScope.CASE);

        assertThat(forgotten(muchSaid().given(told(all)), erased()))
                .isEqualTo(new Forgetting.OfTheWholeCase());
    }

    @Test
    void an_amended_erasure_reaches_what_it_now_asks_for() {
        CaseExample example = muchSaid().given(told(OF_CALM));
        example.given(
                amended("c", command("erasure"), but(OF_CALM, "target", any(sessionId("two"))))
                        .posted(byAdministrator()));

        assertThat(names(example, forgotten(example, erased())))
                .containsExactly("told peace", "two");
    }

    @Test
    void whoever_names_an_entry_does_not_ask_for_the_whole_case() {
        muchSaid()
                .when(told(but(OF_CALM, "scope", ErasureScope.CASE)).posted(byAdministrator()))
                .expectRefused("/target", "value.not-allowed");
    }

    @Test
    void nor_is_the_whole_case_lost_where_it_was_asked_so_of_old() {
        CaseExample example =
                muchSaid().givenOfOld(but(OF_CALM, "scope", ErasureScope.CASE), ADMINISTRATOR);

        example.when(told(erased())).expectRefused("", "reference.wrong-kind");
        example.when(marked("never so", command("erasure")).posted(byAdministrator()))
                .expectRecorded();
    }

    @Test
    void what_was_asked_and_approved_so_of_old_is_approved_again_in_vain() {
        CaseExample example =
                muchSaid()
                        .givenOfOld(but(OF_CALM, "scope", ErasureScope.CASE), ADMINISTRATOR)
                        .givenOfOld(erased(), ANOTHER_ADMINISTRATOR)
                        .given(session("three", valueTold("courage")));
        WordsErased again = but(erased(), "commandId", command("again and again"));

        assertThat(forgotten(example, again)).isEqualTo(new Forgetting.OfEvents(Set.of()));
    }

    @Test
    void an_erasure_is_not_amended_to_reach_nothing() {
        CaseExample example = muchSaid().given(told(OF_CALM));

        example.when(
                        amended("c", command("erasure"), but(OF_CALM, "target", null))
                                .posted(byAdministrator()))
                .expectRefused("/replacement/target", "field.missing");
    }

    @Test
    void approving_again_takes_nothing_of_what_was_said_since() {
        WordsErasureAsked all = but(but(OF_CALM, "target", null), "scope", ErasureScope.CASE);
        CaseExample example =
                muchSaid()
                        .given(told(all), told(erased()))
                        .given(session("three", valueTold("courage")));
        WordsErased again = but(erased(), "commandId", command("again and again"));

        assertThat(forgotten(example, again)).isEqualTo(new Forgetting.OfEvents(Set.of()));
        example.given(
                amended("c", command("erasure"), but(OF_CALM, "target", any(sessionId("two"))))
                        .posted(byAdministrator()));
        assertThat(forgotten(example, again)).isEqualTo(new Forgetting.OfEvents(Set.of()));
    }

    @Test
    void nothing_is_forgotten_by_asking() {
        assertThat(forgotten(muchSaid(), OF_CALM)).isEqualTo(new Forgetting.Nothing());
    }

    @Test
    void whoever_asked_does_not_approve() {
        CaseExample asked = muchSaid().given(told(OF_CALM));

        asked.when(told(by(ADMINISTRATOR)).posted(byAdministrator()))
                .expectRefused("", "approval.same-person");
        asked.when(told(by(ANOTHER_ADMINISTRATOR)).posted(byAnotherAdministrator()))
                .expectRecorded();
    }

    @Test
    void nor_does_whoever_amended_what_is_asked() {
        CaseExample asked =
                muchSaid()
                        .given(told(OF_CALM))
                        .given(
                                amended(
                                                "c",
                                                command("erasure"),
                                                but(OF_CALM, "target", any(sessionId("two"))))
                                        .posted(byAnotherAdministrator()));

        asked.when(told(by(ADMINISTRATOR)).posted(byAdministrator()))
                .expectRefused("", "approval.same-person");
        asked.when(told(by(ANOTHER_ADMINISTRATOR)).posted(byAnotherAdministrator()))
                .expectRefused("", "approval.same-person");
    }

    private static WordsErased by(Person administrator) {
        return but(erased(), "recordedBy", administrator);
    }

    private static Forgetting forgotten(CaseExample example, CaseEvent fact) {
        return switch (example.when(told(fact)).decision()) {
            case Decision.Accepted(var events) -> events.getLast().forgetting();
            case Decision.Refused(var refusals) -> throw new AssertionError(refusals.toString());
        };
    }

    private static EventId eventAt(CaseExample example, int index) {
        return example.history().get(index).eventId();
    }

    /** The events by the names of what they hold. */
    private static Set<String> names(CaseExample example, Forgetting forgetting) {
        Set<EventId> events = ((Forgetting.OfEvents) forgetting).events();
        Set<String> names = new TreeSet<>();
        for (Recorded recorded : example.history()) {
            if (events.contains(recorded.eventId())) {
                names.add(name(recorded));
            }
        }
        assertThat(names).hasSameSizeAs(events);
        return names;
    }

    private static String name(Recorded recorded) {
        Id id = recorded.event() instanceof Entry entry ? entry.entryId() : recorded.commandId();
        return Stream.of(
                        "opening",
                        "mend",
                        "again",
                        "header",
                        "order",
                        "back",
                        "disagreement",
                        "reply",
                        "other words")
                .filter(name -> command(name).value().equals(id.value()))
                .findFirst()
                .or(() ->
                        Stream.of("one", "two")
                                .filter(name -> sessionId(name).value().equals(id.value()))
                                .findFirst())
                .or(() ->
                        Stream.of("told calm", "told order", "told peace")
                                .filter(name -> entry(name).value().equals(id.value()))
                                .findFirst())
                .orElse(id.toString());
    }
}
