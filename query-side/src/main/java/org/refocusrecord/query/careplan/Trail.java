package org.refocusrecord.query.careplan;

import org.refocusrecord.query.history.Disagreement;
import org.refocusrecord.query.history.Evidence;
import org.refocusrecord.query.history.Standing;

import java.util.List;

/**
 * Where an item of the plan came from, and what became of it. Its members are shown as members of
 * the item.
 *
 * @param standing whether it holds
 * @param evidence what brought it, at the place where it now stands
 * @param lastChange the latest entry on the line that made it what it is, or a correction that was
 *     recorded after that; what was never changed shows its {@code evidence}
 * @param disagreements who sees it otherwise
 */
public record Trail(
        Standing standing,
        Evidence evidence,
        Evidence lastChange,
        List<Disagreement> disagreements) {}
