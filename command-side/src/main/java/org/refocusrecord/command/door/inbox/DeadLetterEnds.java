package org.refocusrecord.command.door.inbox;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Up to where each partition of dead letters had some when somebody began to go through them. What
 * is sent again may be dead again: without an end that stays, no one who sends them would come to
 * it.
 *
 * @param byPartition none at all where he only begins
 */
record DeadLetterEnds(NavigableMap<Integer, Long> byPartition) {

    /** As they are. */
    static final DeadLetterEnds NOW = new DeadLetterEnds(new TreeMap<>());

    /** Of so many a cursor has room. Those behind end as they are when they are come to. */
    private static final int MOST_TOLD = 200;

    private static final String END = "[0-9]{1,6}:(0|[1-9][0-9]{0,17})";

    /** Read as it was told; null: it was not told so. */
    static @Nullable DeadLetterEnds of(String text) {
        if (!text.matches(END + "(," + END + ")*")) {
            return null;
        }
        NavigableMap<Integer, Long> ends = new TreeMap<>();
        for (String each : text.split(",", -1)) {
            int colon = each.indexOf(':');
            ends.put(
                    Integer.valueOf(each.substring(0, colon)),
                    Long.valueOf(each.substring(colon + 1)));
        }
        return new DeadLetterEnds(ends);
    }

    /** Of the partitions that have dead letters now, those that are meant, each up to its end. */
    DeadLetterEnds within(Map<Integer, Long> firsts, Map<Integer, Long> now) {
        NavigableMap<Integer, Long> ends = new TreeMap<>();
        now.forEach((partition, end) -> {
            Long told = isUntold(partition) ? end : byPartition.get(partition);
            long to = told == null ? 0 : Math.min(told, end);
            if (to > firsts.getOrDefault(partition, 0L)) {
                ends.put(partition, to);
            }
        });
        return new DeadLetterEnds(ends);
    }

    private boolean isUntold(int partition) {
        return byPartition.isEmpty()
                || (byPartition.size() >= MOST_TOLD && partition > byPartition.lastKey());
    }

    /** Those of a partition and of all behind it. */
    DeadLetterEnds from(int partition) {
        return new DeadLetterEnds(byPartition.tailMap(partition, true));
    }

    /** How many lie before these ends at most, where these are the first. */
    long lying(Map<Integer, Long> firsts) {
        return byPartition.entrySet().stream()
                .mapToLong(end -> end.getValue() - firsts.getOrDefault(end.getKey(), 0L))
                .sum();
    }

    /** For a cursor. */
    @Override
    public String toString() {
        return byPartition.entrySet().stream()
                .limit(MOST_TOLD)
                .map(end -> end.getKey() + ":" + end.getValue())
                .collect(Collectors.joining(","));
    }
}
