package org.refocusrecord.query.projection;

/**
 * How things stand.
 *
 * @param cut how the views are cut
 * @param nodes how many nodes with these folds there are, this one too
 * @param before how many of them come before this one
 * @param leading how many nodes there are with the folds that are to move the views
 */
record Standing(Cut cut, int nodes, int before, int leading) {

    /** Whether nodes with other folds move the views. */
    boolean isLedByOthers(Generation own) {
        return !cut.generation().equals(own) && leading > 0;
    }

    /** How many segments this node is to hold: as many as each, or one more. */
    int share(Generation own) {
        if (isLedByOthers(own)) {
            return 0;
        }
        int segments = cut.segments().number();
        return segments / nodes + (before < segments % nodes ? 1 : 0);
    }
}
