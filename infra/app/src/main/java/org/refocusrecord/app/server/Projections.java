package org.refocusrecord.app.server;

/** Views that follow the log; a server is ready once all of them have caught up with it. */
@FunctionalInterface
public interface Projections {

    /** Whether they hold all that the log held when this was asked. */
    boolean haveCaughtUp();
}
