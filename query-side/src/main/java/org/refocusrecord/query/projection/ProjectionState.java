package org.refocusrecord.query.projection;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far a segment of a view has come, and what it holds.
 *
 * @param since where the view was last cut into segments
 * @param handled how many events of its own it has handled since: those of all segments that stand
 *     at one position are as many as the log has from there to that position
 * @param folding the last stream that was folded, where streams are folded one by one up to its
 *     position; null once it follows the log
 */
record ProjectionState(
        String name,
        int segment,
        int version,
        long position,
        long since,
        long handled,
        Tally tally,
        boolean paused,
        @Nullable String folding) {

    /** Nothing yet, for a fold that begins with the first event. */
    static ProjectionState anew(String name, int segment, int version, boolean paused) {
        return new ProjectionState(name, segment, version, 0, 0, 0, Tally.NONE, paused, null);
    }

    /** Nothing yet, for a fold that begins with the first stream; each up to a position. */
    static ProjectionState folding(String name, int segment, int version, long until) {
        String none = until == 0 ? null : "";
        return new ProjectionState(name, segment, version, until, 0, 0, Tally.NONE, false, none);
    }

    /** All segments of each view, in the order in which they come. */
    static Map<String, List<ProjectionState>> byView(List<ProjectionState> states) {
        return states.stream()
                .collect(
                        Collectors.groupingBy(
                                ProjectionState::name, LinkedHashMap::new, Collectors.toList()));
    }

    /** The same view from here on, in another segment that holds this. */
    ProjectionState as(int other, Tally holding) {
        return new ProjectionState(
                name, other, version, position, position, 0, holding, paused, null);
    }

    /** The same, holding so much more than was kept. */
    ProjectionState put(Tally right) {
        return new ProjectionState(
                name,
                segment,
                version,
                position,
                since,
                handled,
                tally.plus(right),
                paused,
                folding);
    }

    ProjectionState after(long newPosition, int events, Tally change) {
        return new ProjectionState(
                name,
                segment,
                version,
                newPosition,
                since,
                handled + events,
                tally.plus(change),
                paused,
                folding);
    }

    /** After some streams more; null: after all of them. */
    ProjectionState folded(@Nullable String last, int events, Tally change) {
        return new ProjectionState(
                name,
                segment,
                version,
                position,
                since,
                handled + events,
                tally.plus(change),
                paused,
                last);
    }

    /** All of its events, as far as it has come. */
    long events() {
        return since + handled;
    }
}
