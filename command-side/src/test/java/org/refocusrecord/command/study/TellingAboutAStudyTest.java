package org.refocusrecord.command.study;

import static org.refocusrecord.command.example.But.but;
import static org.refocusrecord.command.example.Cast.ADMINISTRATOR;
import static org.refocusrecord.command.example.Cast.CASE;
import static org.refocusrecord.command.example.Cast.STUDY;
import static org.refocusrecord.command.example.Facts.any;
import static org.refocusrecord.command.example.Facts.command;
import static org.refocusrecord.command.example.Postings.byAdministrator;
import static org.refocusrecord.command.example.Postings.byLeader;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.refocusrecord.command.Decided;
import org.refocusrecord.command.Decision;
import org.refocusrecord.command.LedgerRules.Correcting;
import org.refocusrecord.command.Posting;
import org.refocusrecord.command.ReplacementReading;
import org.refocusrecord.command.example.CaseExample.Outcome;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.eventlog.EventIds;
import org.refocusrecord.events.CaseId;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.study.Consent;
import org.refocusrecord.events.study.ConsentStated;
import org.refocusrecord.events.study.DefinitionPublished;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.study.StudyRegistered;

import java.time.LocalDate;

class TellingAboutAStudyTest {

    private static final LocalDate START = LocalDate.of(2011, 4, 1);
    private static final StudyRegistered REGISTERED =
            new StudyRegistered(command("registration"), STUDY, "A trial", START, ADMINISTRATOR);
    private static final ConsentStated CONSENT =
            new ConsentStated(
                    command("consent"), STUDY, CASE, Consent.GIVEN, null, START, ADMINISTRATOR);
    private static final DefinitionPublished DEFINITION =
            new DefinitionPublished(
                    command("definition"),
                    STUDY,
                    "reach",
                    "1",
                    new JsonText("{\"count\":1}"),
                    ADMINISTRATOR);

    private StudyState state = StudyState.EMPTY;

    private TellingAboutAStudyTest given(StudyEvent... events) {
        for (StudyEvent event : events) {
            Outcome outcome = when(event);
            outcome.expectRecorded();
            state =
                    Studies.evolve(
                            state,
                            outcome.last(StudyEvent.class),
                            EventIds.next(),
                            "admin",
                            event.recordedBy());
        }
        return this;
    }

    private Outcome when(StudyEvent event) {
        return new Outcome(
                Studies.decide(
                        state,
                        new StudyCommand.StateStudyFact(
                                StudyCommand.streamOf(STUDY), byAdministrator(), event)));
    }

    private Outcome correcting(StudyEvent target, StudyEvent replacement, Posting posting) {
        return new Outcome(
                Studies.decide(
                        state,
                        new StudyCommand.CorrectStudy(
                                StudyCommand.streamOf(STUDY),
                                posting,
                                new Correcting<>(
                                        STUDY.value(),
                                        command("c"),
                                        any(target.commandId()),
                                        null,
                                        "a slip",
                                        recorder -> new ReplacementReading.WasRead<>(replacement),
                                        null,
                                        ADMINISTRATOR))));
    }

    @Test
    void begins_with_its_registration() {
        when(CONSENT).expectRefused("", "study.unknown");
        given(REGISTERED, CONSENT, DEFINITION)
                .when(but(REGISTERED, "commandId", command("again")))
                .expectRefused("/studyId", "id.taken");
    }

    @Test
    void overwrites_no_definition() {
        given(REGISTERED, DEFINITION)
                .when(but(DEFINITION, "commandId", command("again")))
                .expectRefused("/version", "id.taken");
        when(but(but(DEFINITION, "commandId", command("again")), "version", "2")).expectRecorded();
        correcting(DEFINITION, but(DEFINITION, "definition", new JsonText("{}")), byAdministrator())
                .expectRefused("/replacement/definition", "replacement.not-the-same");
    }

    @Test
    void corrects_a_consent_but_never_whose_it_is() {
        given(REGISTERED, CONSENT);

        correcting(CONSENT, but(CONSENT, "consent", Consent.OPTED_OUT), byAdministrator())
                .expectRecorded();
        correcting(CONSENT, but(CONSENT, "caseId", new CaseId(Cast.id("other"))), byAdministrator())
                .expectRefused("/replacement/caseId", "replacement.not-the-same");
    }

    @Test
    void is_corrected_by_administrators_alone() {
        given(REGISTERED, CONSENT);

        correcting(CONSENT, CONSENT, byLeader()).expectRefused("/target", "role.not-enough");
    }

    @Test
    void stands_at_the_start_of_its_day() {
        Decision decision = when(REGISTERED).decision();

        Assertions.assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        accepted -> {
                            Decided first = accepted.events().getFirst();
                            Assertions.assertThat(first.occurredAt())
                                    .isEqualTo(START.atStartOfDay(Cast.LONDON).toInstant());
                        });
    }
}
