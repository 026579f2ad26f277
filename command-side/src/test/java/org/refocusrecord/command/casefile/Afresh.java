package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What stands, worked out from the whole history at once and in the plainest way: corrections from
 * the last to the first, then everything that is left.
 */
final class Afresh {

    record Stands(Reads reads, @Nullable Instant place) {}

    final Map<UUID, Stands> live = new HashMap<>();
    final Map<UUID, Set<UUID>> bringers = new HashMap<>();

    Afresh(CaseState state) {
        Set<UUID> inError = new HashSet<>();
        Map<UUID, Reads> amended = new HashMap<>();
        List<Fact> latestFirst = new ArrayList<>(state.inOrder()).reversed();
        for (Fact fact : latestFirst) {
            Correction correction = state.mended().byId().get(fact.id());
            if (correction != null && !inError.contains(correction.id())) {
                if (correction.amended() == null) {
                    inError.add(correction.target());
                } else {
                    amended.putIfAbsent(correction.target(), correction.amended());
                }
            }
        }
        for (Fact fact : state.inOrder()) {
            if (!inError.contains(fact.id()) && !inError.contains(fact.session())) {
                stand(fact, amended.getOrDefault(fact.id(), fact.first()));
            }
        }
    }

    private void stand(Fact fact, Reads reads) {
        Stands header = live.get(fact.session());
        Instant place = fact.isEntry() && header != null ? header.place() : reads.place();
        live.put(fact.id(), new Stands(reads, place));
        for (var brought : reads.bearing().brings()) {
            bringers.computeIfAbsent(brought.id(), _ -> new HashSet<>()).add(fact.id());
        }
    }
}
