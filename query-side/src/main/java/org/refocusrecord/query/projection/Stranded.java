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
 * never end. So it is told, and left to whoever starts the one or the other, or has it rebuilt.
 */
final class Stranded {

    private static final Logger LOG = LoggerFactory.getLogger(Stranded.class);

    private final Folds folds;
    private final Set<String> said = new HashSet<>();
    private volatile boolean alone;

    Stranded(Folds folds) {
        this.folds = folds;
    }

    boolean is(ProjectionState state) {
        return alone && !folds.made(state);
    }

    /** Takes note of whether anybody with other folds is there. */
    void look(boolean isNobodyElseHere) {
        alone = isNobodyElseHere;
        if (!alone) {
            said.clear();
        }
    }

    /**
     * Says of live views that other folds made that they stand still, where they do: of each once.
     *
     * @param strange name and version of each
     */
    void say(List<String> strange) {
        if (alone) {
            strange.stream().filter(said::add).forEach(this::say);
        }
    }

    private void say(String view) {
        int space = view.lastIndexOf(' ');
        Projector own = folds.of(view.substring(0, space));
        if (own != null) {
            LOG.warn(
                    "view {} stands still: its rows are of version {}, which no running server"
                        + " brings. Start a server that does, or let it be rebuilt by this one's"
                        + " version {}",
                    own.name(),
                    view.substring(space + 1),
                    own.version());
        }
    }
}
