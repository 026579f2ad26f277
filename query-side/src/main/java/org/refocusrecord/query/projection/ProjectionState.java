package org.refocusrecord.query.projection;

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
 */
record ProjectionState(
        String name,
        int segment,
        int version,
        long position,
        long since,
        long handled,
        Tally tally,
        boolean paused) {

    /** Nothing yet, for a fold that begins with the first event. */
    static ProjectionState anew(String name, int segment, int version, boolean paused) {
        return new ProjectionState(name, segment, version, 0, 0, 0, Tally.NONE, paused);
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
        return new ProjectionState(name, other, version, position, position, 0, holding, paused);
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
                paused);
    }
}
