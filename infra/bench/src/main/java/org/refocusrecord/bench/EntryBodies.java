package org.refocusrecord.bench;

import org.refocusrecord.bench.Told.Said;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Entries of a session as a clinical system sends them. */
final class EntryBodies {

    private static final Pattern PLUS = Pattern.compile("\\+");

    private EntryBodies() {}

    static Map<String, Object> of(Said said) {
        return switch (said.kind()) {
            case GOAL -> goal(said);
            case STEP -> step(said);
            case ACTION -> action(said);
        };
    }

    private static Map<String, Object> goal(Said said) {
        if (said.text() == null) {
            return entry(said, "GOAL_STATUS", "goalId")
                    .with("status", String.valueOf(said.status()))
                    .with("decidedBy", List.of("SERVICE_USER", "STAFF"));
        }
        return entry(said, "GOAL_SET", "goalId")
                .with("statement", said.text())
                .with("whose", "PERSON")
                .with("proposedBy", "SERVICE_USER")
                .with("setBy", List.of("SERVICE_USER", "STAFF"))
                .with("importance", 4);
    }

    private static Map<String, Object> step(Said said) {
        if (said.text() != null) {
            return entry(said, "GOAL_STEP_PLANNED", "stepId")
                    .with("goalId", String.valueOf(said.goal()))
                    .with("description", said.text())
                    .with("responsible", parties(said));
        }
        return said.status() == null
                ? entry(said, "GOAL_STEP_CHANGED", "stepId")
                        .with("responsible", parties(said))
                        .with("decidedBy", List.of("SERVICE_USER"))
                : entry(said, "GOAL_STEP_STATUS", "stepId").with("status", said.status());
    }

    private static Map<String, Object> action(Said said) {
        return said.text() == null
                ? entry(said, "CARE_ACTION_REMOVED", "actionId")
                        .with("outcome", "DONE")
                        .with("decidedBy", List.of("STAFF"))
                : entry(said, "CARE_ACTION_ADDED", "actionId")
                        .with("description", said.text())
                        .with("responsible", parties(said))
                        .with("focus", "PHYSICAL_HEALTH")
                        .with("because", "CLINICAL");
    }

    private static List<String> parties(Said said) {
        return PLUS.splitAsStream(String.valueOf(said.responsible())).toList();
    }

    private static Body entry(Said said, String kind, String item) {
        return new Body()
                .with("entryId", said.entry().toString())
                .with("kind", kind)
                .with(item, said.item().toString());
    }

    /** A JSON object in the making. */
    static final class Body extends LinkedHashMap<String, Object> {

        private static final long serialVersionUID = 1L;

        Body with(String name, Object value) {
            put(name, value);
            return this;
        }
    }
}
