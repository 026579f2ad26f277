package org.refocusrecord.query.projection;

import java.util.List;

/**
 * How things stand.
 *
 * @param cut how the views are cut
 * @param nodes how many nodes with these folds there are, this one too
 * @param before how many of them come before this one
 * @param leading how many nodes there are with the folds that are to move the views
 * @param others how many nodes there are with other folds than this one's
 * @param unclaimed whether there is something that nobody moves
 * @param rebuilding whether a view is being rebuilt
 * @param strange the live views that this node's folds did not make: name and version of each
 */
record Standing(
        Cut cut,
        int nodes,
        int before,
        int leading,
        int others,
        boolean unclaimed,
        boolean rebuilding,
        List<String> strange) {

    /** Whether nodes with other folds move the views that they bring. */
    boolean isLedByOthers(Generation own) {
        return !cut.generation().equals(own) && leading > 0;
    }

    /** How many segments this node is to hold: as many as each, or one more. */
    int share() {
        int segments = cut.segments().number();
        return segments / nodes + (before < segments % nodes ? 1 : 0);
    }
}
