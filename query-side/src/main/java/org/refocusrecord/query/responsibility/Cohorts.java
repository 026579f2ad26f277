package org.refocusrecord.query.responsibility;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.TeamId;
import org.refocusrecord.events.team.Arm;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts what was begun, cohort by cohort: of one month, one team, one arm, and what became of each
 * until the moment that is asked for.
 */
public final class Cohorts {

    private final Map<Key, Tally> cohorts = new TreeMap<>();

    /**
     * What the members of a cohort have in common; null where it is not told apart, or there is
     * none.
     */
    public record Key(@Nullable YearMonth month, @Nullable TeamId teamId, @Nullable Arm arm)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::month, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Key::arm, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(key -> String.valueOf(key.teamId()));

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Tally {
        private final ResponsibilityTally parties = new ResponsibilityTally();
        private long agreed;
        private long done;

        void add(Begun begun) {
            parties.add(begun.parties());
            agreed += begun.agreed() ? 1 : 0;
            done += begun.done() ? 1 : 0;
        }
    }

    /**
     * One cohort.
     *
     * @param agreed of how many the service user has agreed to the goal
     * @param done how many have come to their end as done
     */
    public record Cohort(Key key, ResponsibilityCounts counts, long agreed, long done) {}

    /** One more of a cohort. */
    public void add(Key key, Begun begun) {
        cohorts.computeIfAbsent(key, _ -> new Tally()).add(begun);
    }

    /** All cohorts, by month, arm and team. */
    public List<Cohort> all() {
        List<Cohort> all = new ArrayList<>();
        cohorts.forEach((key, tally) ->
                all.add(new Cohort(key, tally.parties.counts(), tally.agreed, tally.done)));
        return all;
    }
}
