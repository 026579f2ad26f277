package org.refocusrecord.query.responsibility;

import org.refocusrecord.events.Party;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts sets of parties, one after the other, however many there are. */
public final class ResponsibilityTally {

    private static final List<Set<Party>> ROWS =
            List.of(
                    Set.of(Party.STAFF),
                    Set.of(Party.SERVICE_USER),
                    Set.of(Party.CARER),
                    Set.of(Party.STAFF, Party.SERVICE_USER),
                    Set.of(Party.STAFF, Party.CARER),
                    Set.of(Party.SERVICE_USER, Party.CARER),
                    Set.of(Party.STAFF, Party.SERVICE_USER, Party.CARER));
    private final Map<Set<Party>, Long> counts = new LinkedHashMap<>();
    private long outside;

    /** The names of the rows, in their order. */
    public static List<String> rows() {
        return ROWS.stream().map(ResponsibilityCounts::key).toList();
    }

    /** With nothing counted. */
    public ResponsibilityTally() {
        ROWS.forEach(row -> counts.put(row, 0L));
    }

    /** One more. */
    public void add(Set<Party> parties) {
        if (counts.computeIfPresent(parties, (_, count) -> count + 1) == null) {
            outside++;
        }
    }

    /** What was counted until now. */
    public ResponsibilityCounts counts() {
        Map<String, Long> named = new LinkedHashMap<>();
        counts.forEach((row, count) -> named.put(ResponsibilityCounts.key(row), count));
        return ResponsibilityCounts.of(named, outside);
    }
}
