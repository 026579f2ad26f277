package org.refocusrecord.query.projection;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Views whose rows were made by a version that no running server brings, as when a newer program
 * was taken back: nobody moves them. They are not folded anew by themselves, for a server of that
 * version may only be away for a moment, and two versions that make each other's views anew would
 * never end. So it is told, and left to whoever starts the one or the other.
 */
final class Stranded {

    private static final Logger LOG = LoggerFactory.getLogger(Stranded.class);

    private final Folds folds;
    private final Set<String> said = new HashSet<>();
    private volatile boolean unled;

    Stranded(Folds folds) {
        this.folds = folds;
    }

    boolean is(ProjectionState state) {
        return unled && !folds.made(state);
    }

    /** Takes note of whether anybody else is to move the views. */
    void look(boolean nobodyElseLeads) {
        unled = nobodyElseLeads;
        if (!unled) {
            said.clear();
        }
    }

    /** Says of these that they stand still, where they do: of each once. */
    void say(List<ProjectionState> held) {
        held.stream().filter(this::is).forEach(this::say);
    }

    private void say(ProjectionState state) {
        Projector own = folds.of(state.name());
        if (own != null && said.add(state.name())) {
            LOG.warn(
                    "view {} stands still: its rows are of version {}, which no running server"
                            + " brings. Start a server that does, or start this one anew: it then"
                            + " folds the view from the beginning by its own version {}",
                    state.name(),
                    state.version(),
                    own.version());
        }
    }
}
