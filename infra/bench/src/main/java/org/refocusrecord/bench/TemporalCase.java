package org.refocusrecord.bench;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.bench.Told.Kind;
import org.refocusrecord.bench.Told.Said;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * One person's plan as a temporal table keeps it: of each item a row for every stretch of time in
 * which it was the same, for as long as that was what was known. Whoever learns something ends the
 * rows that it changes and writes others. It knows nothing of the record's own folds.
 */
final class TemporalCase {

    private final Map<UUID, Meeting> meetings = new HashMap<>();
    private final Map<UUID, Said> amended = new HashMap<>();
    private final Map<UUID, List<Entry>> entries = new HashMap<>();
    private final Map<UUID, UUID> items = new HashMap<>();
    private final Map<UUID, Map<Stretch, Instant>> known = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** A meeting, as it is known now. */
    private record Meeting(Instant at, boolean live, Set<UUID> items) {}

    /** What was said of an item, and in which meeting. */
    private record Entry(UUID session, Said said) {}

    /** How an item was, from one moment to another; null: until now. */
    record Stretch(
            UUID item,
            Kind kind,
            @Nullable UUID goal,
            @Nullable String text,
            @Nullable String status,
            @Nullable String responsible,
            UUID session,
            Instant from,
            @Nullable Instant to) {}

    /** The same, and as long as it was known so; null: it still is. */
    record Row(Stretch stretch, Instant knownFrom, @Nullable Instant knownTo) {}

    /** Something was recorded. */
    void after(Told told, Instant recordedAt) {
        learnt(told.saying()).forEach(item -> renew(item, recordedAt));
    }

    /** All rows, those that are still known among them. */
    List<Row> rows() {
        List<Row> all = new ArrayList<>(rows);
        known.values()
                .forEach(stretches ->
                        stretches.forEach(
                                (stretch, since) -> all.add(new Row(stretch, since, null))));
        return all;
    }

    /** The items of which it changes something. */
    private Set<UUID> learnt(Told.Saying saying) {
        return switch (saying) {
            case Told.Met met -> met(met);
            case Told.Amended now -> {
                amended.put(now.entry(), now.now());
                UUID item = items.get(now.entry());
                yield item == null ? Set.of() : Set.of(item);
            }
            case Told.Moved moved ->
                    changed(moved.session(), old -> new Meeting(moved.at(), old.live, old.items));
            case Told.InError wrong ->
                    changed(wrong.session(), old -> new Meeting(old.at, false, old.items));
            case Told.Nothing _ -> Set.of();
        };
    }

    private Set<UUID> met(Told.Met met) {
        Set<UUID> about = new LinkedHashSet<>();
        for (Said said : met.entries()) {
            entries.computeIfAbsent(said.item(), _ -> new ArrayList<>())
                    .add(new Entry(met.session(), said));
            items.put(said.entry(), said.item());
            about.add(said.item());
        }
        meetings.put(met.session(), new Meeting(met.at(), true, about));
        return about;
    }

    /** Another reading of a meeting. */
    private interface Change {
        Meeting of(Meeting old);
    }

    private Set<UUID> changed(UUID session, Change change) {
        Meeting now = meetings.computeIfPresent(session, (_, old) -> change.of(old));
        return now == null ? Set.of() : now.items();
    }

    private void renew(UUID item, Instant recordedAt) {
        Map<Stretch, Instant> before = known.computeIfAbsent(item, _ -> new HashMap<>());
        Set<Stretch> now = new HashSet<>(stretches(item));
        before.forEach((stretch, since) -> {
            if (!now.contains(stretch)) {
                rows.add(new Row(stretch, since, recordedAt));
            }
        });
        before.keySet().retainAll(now);
        now.forEach(stretch -> before.putIfAbsent(stretch, recordedAt));
    }

    private List<Stretch> stretches(UUID item) {
        List<Stretch> stretches = new ArrayList<>();
        for (Entry entry : line(item)) {
            Said said = amended.getOrDefault(entry.said().entry(), entry.said());
            Instant at = at(entry);
            Stretch last = stretches.isEmpty() ? null : stretches.removeLast();
            if (last != null && last.from.isBefore(at)) {
                stretches.add(until(last, at));
            }
            if (!Said.REMOVED.equals(said.status())) {
                stretches.add(next(last, said, entry.session(), at));
            }
        }
        return stretches;
    }

    /** What is said of an item and holds, in the order in which it happened. */
    private List<Entry> line(UUID item) {
        return entries.getOrDefault(item, List.of()).stream()
                .filter(entry -> {
                    Meeting meeting = meetings.get(entry.session());
                    return meeting != null && meeting.live();
                })
                .sorted(Comparator.comparing(this::at))
                .toList();
    }

    private Instant at(Entry entry) {
        Meeting meeting = meetings.get(entry.session());
        return meeting == null ? Instant.MAX : meeting.at();
    }

    private static Stretch until(Stretch stretch, Instant to) {
        return new Stretch(
                stretch.item,
                stretch.kind,
                stretch.goal,
                stretch.text,
                stretch.status,
                stretch.responsible,
                stretch.session,
                stretch.from,
                to);
    }

    private static Stretch next(@Nullable Stretch last, Said said, UUID session, Instant at) {
        return new Stretch(
                said.item(),
                said.kind(),
                last == null ? said.goal() : last.goal,
                said.text() != null || last == null ? said.text() : last.text,
                said.status() != null || last == null ? said.status() : last.status,
                said.responsible() != null || last == null ? said.responsible() : last.responsible,
                session,
                at,
                null);
    }
}
