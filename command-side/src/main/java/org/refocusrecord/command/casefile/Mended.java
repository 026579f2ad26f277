package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What corrections have settled: what is in error, and how what was amended should read. A
 * correction can itself be marked in error, and such a mark again, so that what it had changed
 * stands as before.
 *
 * @param byId every correction, by its command
 * @param amendments the amendments of each target, in the order of the stream
 * @param marks of each target, how many marks in error stand; never none
 */
public record Mended(
        PMap<UUID, Correction> byId,
        PMap<UUID, PVector<Correction>> amendments,
        PMap<UUID, Integer> marks) {

    /** Nothing was corrected. */
    static final Mended NOTHING = new Mended(TreePMap.empty(), TreePMap.empty(), TreePMap.empty());

    /** Whether a mark in error stands. */
    boolean isInError(UUID id) {
        return marks.containsKey(id);
    }

    /** How it reads by the amendment that was recorded last and stands; null: as at first. */
    @Nullable Reads amended(UUID target) {
        PVector<Correction> all = amendments.getOrDefault(target, TreePVector.empty());
        for (int index = all.size() - 1; index >= 0; index--) {
            if (!isInError(all.get(index).id())) {
                return all.get(index).amended();
            }
        }
        return null;
    }

    /** What it is about, and what that is about in turn, down to what is no correction. */
    List<UUID> behind(Correction correction) {
        List<UUID> found = new ArrayList<>();
        Correction next = correction;
        while (next != null) {
            found.add(next.target());
            next = byId.get(next.target());
        }
        return found;
    }

    /** With one more correction. */
    Mended plus(Correction correction) {
        PMap<UUID, PVector<Correction>> all = amendments;
        if (correction.amended() != null) {
            PVector<Correction> known = all.getOrDefault(correction.target(), TreePVector.empty());
            all = all.plus(correction.target(), known.plus(correction));
        }
        return new Mended(byId.plus(correction.id(), correction), all, marksAfter(correction));
    }

    /**
     * A mark that comes to stand may end one that it is about, which lets the one behind that stand
     * again, and so on.
     */
    private PMap<UUID, Integer> marksAfter(Correction correction) {
        PMap<UUID, Integer> after = marks;
        Correction mark = correction;
        boolean stands = true;
        while (mark != null && mark.amended() == null) {
            int before = after.getOrDefault(mark.target(), 0);
            int now = stands ? before + 1 : before - 1;
            after = now == 0 ? after.minus(mark.target()) : after.plus(mark.target(), now);
            if ((before == 0) == (now == 0)) {
                return after;
            }
            stands = now == 0;
            mark = byId.get(mark.target());
        }
        return after;
    }
}
