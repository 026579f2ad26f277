package org.refocusrecord.app.server;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What was started, ended in the reverse order; once, however many ask for it. Whoever ends a
 * server that is still starting gets all that was started so far.
 */
final class Parts implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    private record Part(String name, Runnable end) {}

    private final Deque<Part> parts = new ArrayDeque<>();
    private boolean closed;

    /** A part that is about to start, and how it is ended. */
    synchronized void add(String name, Runnable end) {
        if (closed) {
            throw new IllegalStateException("already ended");
        }
        parts.push(new Part(name, end));
    }

    @Override
    public synchronized void close() {
        closed = true;
        while (!parts.isEmpty()) {
            end(parts.pop());
        }
    }

    private static void end(Part part) {
        try {
            part.end().run();
        } catch (RuntimeException | LinkageError stuck) {
            // The others must end all the same.
            LOG.error("The {} did not end cleanly: {}", part.name(), stuck.toString());
        }
    }
}
