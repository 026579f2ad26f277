package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Something told of a person: as a clinical system sends it, and what it says of the plan, for
 * whoever keeps plans in tables.
 *
 * @param command the command's name
 * @param id of the session or command
 * @param events how many events it becomes
 */
record Told(String command, UUID id, Map<String, ?> body, int events, Saying saying) {

    /** What is said of a plan. */
    sealed interface Saying {}

    /** What came of a meeting. */
    record Met(UUID session, Instant at, List<Said> entries) implements Saying {}

    /** An entry should read so. */
    record Amended(UUID entry, Said now) implements Saying {}

    /** A meeting took place at another time, with all that came of it. */
    record Moved(UUID session, Instant at) implements Saying {}

    /** A meeting did not take place. */
    record InError(UUID session) implements Saying {}

    /** Nothing that stands in goals, steps or actions. */
    record Nothing() implements Saying {}

    /** What stands in a plan. */
    enum Kind {
        GOAL,
        STEP,
        ACTION
    }

    /**
     * What an entry says of a goal, a step or an action; null: nothing of that.
     *
     * @param goal of a step that is planned
     * @param status null of an action, and {@link #REMOVED} of one that is gone
     * @param responsible parties in the order of the alphabet, {@code CARER+STAFF}
     */
    record Said(
            UUID entry,
            UUID item,
            Kind kind,
            @Nullable UUID goal,
            @Nullable String text,
            @Nullable String status,
            @Nullable String responsible) {

        static final String REMOVED = "REMOVED";
    }
}
