package org.refocusrecord.app.server;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.query.access.AccessLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/** Whether what is read on this node comes into the access log. */
final class AccessWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AccessWatch.class);

    private final AccessLog accesses;
    private final Duration patience;
    private final Vigil vigil =
            new Vigil(
                    "access-watch",
                    this::trouble,
                    LOG,
                    "Who reads what is not written down: {}. See docs/access.md.",
                    "Who reads what is written down again.");

    /** With so much patience for an entry that waits. */
    AccessWatch(AccessLog accesses, Duration patience) {
        this.accesses = accesses;
        this.patience = patience;
    }

    /** Begins to look. */
    void start() {
        vigil.start();
    }

    /** Whether entries are written, or there is none. */
    boolean isWell() {
        return vigil.isWell();
    }

    private @Nullable String trouble() {
        if (accesses.fault() != null) {
            return "the access log has said why, and %d entries wait".formatted(accesses.waiting());
        }
        Duration age = accesses.age();
        return age.compareTo(patience) <= 0
                ? null
                : "an entry has waited for %d seconds".formatted(age.toSeconds());
    }

    @Override
    public void close() {
        vigil.close();
    }
}
