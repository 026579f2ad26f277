package org.refocusrecord.app.journey;

import java.util.List;
import java.util.Map;

/** Entries of sessions and of the person's own door, each under a new id. */
final class Entries {

    private Entries() {}

    static Body entry(String kind, Object... namesAndValues) {
        Body entry = Body.of("entryId", Story.id(), "kind", kind);
        for (int index = 0; index < namesAndValues.length; index += 2) {
            entry = entry.with(namesAndValues[index].toString(), namesAndValues[index + 1]);
        }
        return entry;
    }

    static Body goalVoiced(String goal, Object statement) {
        return entry("GOAL_VOICED", "goalId", goal, "statement", statement);
    }

    /** A goal that the worker set. */
    static Body goalSet(String goal, Object statement) {
        return entry(
                "GOAL_SET",
                "goalId",
                goal,
                "statement",
                statement,
                "whose",
                "PERSON",
                "proposedBy",
                "STAFF",
                "setBy",
                List.of("STAFF"));
    }

    static Body stepPlanned(String goal, String step, Object... responsible) {
        return entry(
                "GOAL_STEP_PLANNED",
                "goalId",
                goal,
                "stepId",
                step,
                "description",
                "Buy what is needed for one dish.",
                "responsible",
                List.of(responsible));
    }

    static Body stepDone(String step, Object... doneBy) {
        return entry(
                "GOAL_STEP_STATUS", "stepId", step, "status", "DONE", "doneBy", List.of(doneBy));
    }

    static Body actionAdded(String action, Object... responsible) {
        return entry(
                "CARE_ACTION_ADDED",
                "actionId",
                action,
                "description",
                "Go through the letter from the housing office.",
                "responsible",
                List.of(responsible),
                "focus",
                "ACCOMMODATION");
    }

    static Body valueTold(String value, Object statement) {
        return entry("VALUE_TOLD", "valueId", value, "statement", statement);
    }

    static Body briefInspire(String rating, Object worker) {
        return entry(
                "RELATIONSHIP_RATING",
                "ratingId",
                rating,
                "instrument",
                "BRIEF_INSPIRE",
                "worker",
                worker,
                "answers",
                Map.of("B1", 3, "B2", 2, "B3", 2, "B4", 3, "B5", 1));
    }

    /** A text in the person's own words. */
    static Map<String, Object> verbatim(String text) {
        return Map.of("text", text, "statedBy", "SERVICE_USER", "wording", "VERBATIM");
    }
}
