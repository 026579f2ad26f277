package org.refocusrecord.query.projection;

/** How far a view has come, and what it holds. */
record ProjectionState(String name, int version, long position, Tally tally, boolean paused) {

    ProjectionState after(long newPosition, Tally change) {
        return new ProjectionState(name, version, newPosition, tally.plus(change), paused);
    }
}
