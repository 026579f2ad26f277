package org.refocusrecord.query.responsibility;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.events.Party;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table of responsibility: how many steps and actions each set of parties is responsible for.
 *
 * <p>The total is always that of the rows. What somebody else has a part in stands outside.
 *
 * @param counts by the seven sets of staff, service user and carer
 * @param shares of the total, to 4 decimals; null where there is none
 */
public record ResponsibilityCounts(
        Map<String, Long> counts,
        Map<String, @Nullable BigDecimal> shares,
        long total,
        long outsideTable) {

    private static final List<Party> ORDER = List.of(Party.STAFF, Party.SERVICE_USER, Party.CARER);

    /** What was counted, row by row. */
    static ResponsibilityCounts of(Map<String, Long> counts, long outside) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        Map<String, @Nullable BigDecimal> shares = new LinkedHashMap<>();
        counts.forEach((row, count) -> shares.put(row, share(count, total)));
        return new ResponsibilityCounts(
                Collections.unmodifiableMap(new LinkedHashMap<>(counts)),
                Collections.unmodifiableMap(shares),
                total,
                outside);
    }

    /** The name of a row: {@code STAFF+SERVICE_USER}. */
    public static String key(Set<Party> parties) {
        return String.join("+", ORDER.stream().filter(parties::contains).map(Party::name).toList());
    }

    private static @Nullable BigDecimal share(long count, long total) {
        return total == 0
                ? null
                : BigDecimal.valueOf(count)
                        .divide(BigDecimal.valueOf(total), 4, RoundingMode.HALF_UP);
    }
}
