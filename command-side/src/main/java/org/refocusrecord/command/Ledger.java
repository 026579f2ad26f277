package org.refocusrecord.command;

import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePVector;
import org.refocusrecord.events.Event;
import org.refocusrecord.events.EventId;
import org.refocusrecord.events.Person;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What was recorded in the stream of a team or a study, where nothing rests on anything: each
 * command is one line, and corrections amend it or take it out.
 *
 * @param byId every line by its command
 * @param inOrder every line in the order of the stream
 * @param corrections all corrections in the order of the stream
 * @param <E> the family of events
 */
public record Ledger<E extends Event>(
        PMap<UUID, Line<E>> byId, PVector<Line<E>> inOrder, PVector<Mending<E>> corrections) {

    /** One line: what was recorded at first, by which account and in whose name. */
    public record Line<E extends Event>(
            UUID id, EventId eventId, E event, String postedBy, Person recordedBy) {}

    /** A correction of a line: how it should read, or null where it was marked in error. */
    public record Mending<E extends Event>(UUID id, UUID target, @Nullable E amended) {}

    /** An empty ledger. */
    public static <E extends Event> Ledger<E> empty() {
        return new Ledger<>(TreePMap.empty(), TreePVector.empty(), TreePVector.empty());
    }

    /** How many events there are. */
    public long version() {
        return inOrder.size();
    }

    /** With one more line. */
    public Ledger<E> plus(Line<E> line) {
        return new Ledger<>(byId.plus(line.id(), line), inOrder.plus(line), corrections);
    }

    /** With one more correction, which is a line too. */
    public Ledger<E> plus(Line<E> line, Mending<E> mending) {
        Ledger<E> more = plus(line);
        return new Ledger<>(more.byId(), more.inOrder(), corrections.plus(mending));
    }

    /** Whether a line is in error. */
    public boolean isInError(UUID id) {
        return settled().inError().contains(id);
    }

    /** How a line reads after all corrections, in error or not. */
    public E reading(Line<E> line) {
        return settled().amended().getOrDefault(line.id(), line.event());
    }

    /** What a correction is about in the end; of anything else, itself. */
    public Line<E> root(Line<E> line) {
        Line<E> found = line;
        for (Mending<E> mending : corrections.reversed()) {
            Line<E> behind = byId.get(mending.target());
            if (mending.id().equals(found.id()) && behind != null) {
                found = behind;
            }
        }
        return found;
    }

    /** What stands, as it reads after all corrections, in the order of the stream. */
    public List<E> standing() {
        Settled<E> settled = settled();
        Stream<Line<E>> live =
                inOrder.stream().filter(line -> !settled.inError().contains(line.id()));
        return live.map(line -> settled.amended().getOrDefault(line.id(), line.event())).toList();
    }

    private record Settled<E extends Event>(Set<UUID> inError, Map<UUID, E> amended) {}

    private Settled<E> settled() {
        Set<UUID> inError = new HashSet<>();
        Map<UUID, E> amended = new HashMap<>();
        for (Mending<E> mending : corrections.reversed()) {
            if (!inError.contains(mending.id())) {
                E now = mending.amended();
                if (now == null) {
                    inError.add(mending.target());
                } else {
                    amended.putIfAbsent(mending.target(), now);
                }
            }
        }
        return new Settled<>(inError, amended);
    }
}
