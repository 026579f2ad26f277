package org.refocusrecord.eventlog.contracts;

import static org.refocusrecord.eventlog.contracts.Cast.ADMINISTRATOR;
import static org.refocusrecord.eventlog.contracts.Cast.CASE;
import static org.refocusrecord.eventlog.contracts.Cast.STUDY;
import static org.refocusrecord.eventlog.contracts.Cast.WORKER_ID;
import static org.refocusrecord.eventlog.contracts.Cast.command;

import org.refocusrecord.events.AnyId;
import org.refocusrecord.events.CorrectionCause;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.JsonText;
import org.refocusrecord.events.study.Consent;
import org.refocusrecord.events.study.ConsentStated;
import org.refocusrecord.events.study.DefinitionPublished;
import org.refocusrecord.events.study.StudyEntryAmended;
import org.refocusrecord.events.study.StudyEntryMarkedInError;
import org.refocusrecord.events.study.StudyRegistered;

import java.time.LocalDate;
import java.util.List;

/** A study: who takes part, and what it counts. */
final class ExampleStudies {

    private ExampleStudies() {}

    static List<Event> all() {
        return List.of(
                registered("2012-01-09"),
                new ConsentStated(
                        command(32),
                        STUDY,
                        CASE,
                        Consent.GIVEN,
                        WORKER_ID,
                        LocalDate.parse("2012-01-16"),
                        ADMINISTRATOR),
                new DefinitionPublished(
                        command(33),
                        STUDY,
                        "goals-set-by-the-person",
                        "1.0.0",
                        new JsonText(
                                "{\"count\":\"goal.set\",\"over\":\"month\","
                                        + "\"where\":{\"whose\":\"PERSON\"}}"),
                        ADMINISTRATOR),
                new StudyEntryAmended(
                        command(34),
                        STUDY,
                        AnyId.of(command(31).toString()),
                        CorrectionCause.MISTAKE,
                        "The first wave began a week later.",
                        "study.registered",
                        1,
                        registered("2012-01-16"),
                        ADMINISTRATOR,
                        ADMINISTRATOR),
                new StudyEntryMarkedInError(
                        command(35),
                        STUDY,
                        AnyId.of(command(32).toString()),
                        CorrectionCause.WRONG_PERSON,
                        "Stated for another case.",
                        ADMINISTRATOR,
                        ADMINISTRATOR));
    }

    private static StudyRegistered registered(String startsOn) {
        return new StudyRegistered(
                command(31), STUDY, "Example study", LocalDate.parse(startsOn), ADMINISTRATOR);
    }
}
