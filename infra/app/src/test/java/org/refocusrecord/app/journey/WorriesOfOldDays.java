package org.refocusrecord.app.journey;

import org.refocusrecord.eventlog.json.Upcaster;

import tools.jackson.databind.node.ObjectNode;

/**
 * {@code goal.worry-raised}, an event that there never was, on its way to {@code
 * goal.concern-raised}: a second revision gave its texts the names that they have now, which puts
 * them in another order than that in which they were stored; then it was named anew.
 */
public final class WorriesOfOldDays {

    private WorriesOfOldDays() {}

    /** To the second revision. */
    public static final class Texts implements Upcaster {
        @Override
        public String stream() {
            return "case";
        }

        @Override
        public String name() {
            return "goal.worry-raised";
        }

        @Override
        public int revision() {
            return 1;
        }

        @Override
        public ObjectNode upcast(ObjectNode payload) {
            payload.set("words", payload.remove("fear"));
            payload.set("whatWouldHelp", payload.remove("help"));
            return payload;
        }
    }

    /** To the event of another name. */
    public static final class Name implements Upcaster {
        @Override
        public String stream() {
            return "case";
        }

        @Override
        public String name() {
            return "goal.worry-raised";
        }

        @Override
        public int revision() {
            return 2;
        }

        @Override
        public String newName() {
            return "goal.concern-raised";
        }

        @Override
        public int newRevision() {
            return 1;
        }

        @Override
        public ObjectNode upcast(ObjectNode payload) {
            boolean danger = payload.remove("about").stringValue().equals("danger");
            payload.put("concern", danger ? "RISK" : "OTHER");
            payload.put("kind", "GOAL_CONCERN");
            return payload;
        }
    }
}
