package org.refocusrecord.eventlog.contracts;

import org.refocusrecord.events.Event;
import org.refocusrecord.events.casefile.CaseEvent;
import org.refocusrecord.events.log.LogEvent;
import org.refocusrecord.events.shape.EventShape;
import org.refocusrecord.events.shape.Vocabulary;
import org.refocusrecord.events.study.StudyEvent;
import org.refocusrecord.events.team.TeamEvent;

import java.util.List;
import java.util.stream.Stream;

/**
 * One event of every kind, with every optional member in it. The people and the story are made up,
 * and nobody is meant.
 */
final class ExampleEvents {

    static final List<Event> ALL =
            Stream.of(
                            ExampleCaseFacts.all(),
                            ExampleCorrections.all(),
                            ExampleWorkingPractices.all(),
                            ExampleGoals.all(),
                            ExampleSteps.all(),
                            ExampleCoaching.all(),
                            ExampleTeams.all(),
                            ExampleStudies.all(),
                            ExampleLog.all())
                    .flatMap(List::stream)
                    .toList();

    private ExampleEvents() {}

    /** The example of a class of events. */
    static Event of(EventShape shape) {
        return ALL.stream()
                .filter(event -> event.getClass() == shape.type())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no example of " + shape.name().name()));
    }

    static Vocabulary vocabulary(Event event) {
        return switch (event) {
            case CaseEvent _ -> Vocabulary.CASE;
            case TeamEvent _ -> Vocabulary.TEAM;
            case StudyEvent _ -> Vocabulary.STUDY;
            case LogEvent _ -> Vocabulary.LOG;
        };
    }

    /** The stream in which the examples of a vocabulary stand. */
    static String stream(Vocabulary vocabulary) {
        return vocabulary.stream()
                + "/"
                + switch (vocabulary.stream()) {
                    case "case" -> Cast.CASE;
                    case "team" -> Cast.TEAM;
                    case "study" -> Cast.STUDY;
                    default -> "heads";
                };
    }
}
