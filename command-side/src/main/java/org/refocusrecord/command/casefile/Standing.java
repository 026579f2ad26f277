package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.refocusrecord.command.Bearing.Brought;
import org.refocusrecord.command.casefile.Item.Bringer;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What stands of a case after all corrections: how each live fact reads, where it stands, and which
 * items live. An ordinary entry is added to it; a correction makes it anew, since it may move or
 * take out anything.
 *
 * @param live the live facts
 * @param items the live items
 */
public record Standing(PMap<UUID, Live> live, PMap<UUID, Item> items) {

    static final Standing EMPTY = new Standing(HashTreePMap.empty(), HashTreePMap.empty());

    /** A live fact: how it reads now, and where it stands. */
    public record Live(Fact fact, Reads reads, @Nullable Instant place) {}

    /** Adds an ordinary fact. */
    Standing plus(Fact fact) {
        return plus(fact, fact.first());
    }

    private Standing plus(Fact fact, Reads reads) {
        Instant place = placeOf(fact, reads);
        PMap<UUID, Item> brought = items;
        if (place != null) {
            for (Brought item : reads.bearing().brings()) {
                Bringer bringer =
                        new Bringer(
                                fact.id(),
                                fact.session(),
                                place,
                                fact.sequence(),
                                item.manner(),
                                item.with());
                Item known = brought.get(item.id());
                brought =
                        brought.plus(
                                item.id(),
                                known == null
                                        ? Item.broughtBy(item, bringer)
                                        : known.alsoBroughtBy(bringer));
            }
        }
        return new Standing(live.plus(fact.id(), new Live(fact, reads, place)), brought);
    }

    private @Nullable Instant placeOf(Fact fact, Reads reads) {
        if (!fact.isEntry()) {
            return reads.place();
        }
        Live header = live.get(fact.session());
        return header == null ? null : header.place();
    }

    /** What stands of these facts after these corrections. */
    static Standing of(PVector<Fact> facts, PVector<Correction> corrections) {
        Set<UUID> inError = new HashSet<>();
        Map<UUID, Reads> amended = new HashMap<>();
        for (int index = corrections.size() - 1; index >= 0; index--) {
            Correction correction = corrections.get(index);
            if (inError.contains(correction.id())) {
                continue;
            }
            if (correction.amended() == null) {
                inError.add(correction.target());
            } else {
                amended.putIfAbsent(correction.target(), correction.amended());
            }
        }
        Standing standing = EMPTY;
        for (Fact fact : facts) {
            if (!inError.contains(fact.id()) && !inError.contains(fact.session())) {
                standing = standing.plus(fact, amended.getOrDefault(fact.id(), fact.first()));
            }
        }
        return standing;
    }
}
