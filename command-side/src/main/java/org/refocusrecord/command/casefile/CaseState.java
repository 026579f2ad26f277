package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.PSet;
import org.pcollections.PVector;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;
import org.refocusrecord.command.Bearing.Brought;
import org.refocusrecord.events.Party;
import org.refocusrecord.events.Person;
import org.refocusrecord.events.ServiceUserId;
import org.refocusrecord.events.TeamId;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What decisions need of a case and nothing else: ids with their kinds, places on the line, what
 * lives, what rests on what, who is party to a contract. No texts: so caches and snapshots are free
 * of them, and nothing need be hunted when words are forgotten.
 *
 * @param version how many events the stream has
 * @param opened the opening; null before it
 * @param byId everything recorded, by the id that corrections use
 * @param inOrder everything recorded, in the order of the stream
 * @param mended what corrections have settled
 * @param itemIds every id that an item ever had
 * @param teams the facts that give the case to a team
 * @param standing what stands after all corrections
 */
public record CaseState(
        long version,
        @Nullable Opened opened,
        PMap<UUID, Fact> byId,
        PVector<Fact> inOrder,
        Mended mended,
        PSet<UUID> itemIds,
        PVector<Fact> teams,
        Standing standing) {

    /** A case of which nothing is recorded. */
    public static final CaseState EMPTY =
            new CaseState(
                    0,
                    null,
                    TreePMap.empty(),
                    TreePVector.empty(),
                    Mended.NOTHING,
                    TreePSet.empty(),
                    TreePVector.empty(),
                    Standing.EMPTY);

    /** The opening of a case: never changed, whatever is corrected. */
    public record Opened(UUID commandId, ServiceUserId serviceUserId, String trust) {}

    /** The service user of the case. */
    public Person person() {
        if (opened == null) {
            throw new IllegalStateException("the case was not opened");
        }
        return new Person(Party.SERVICE_USER, opened.serviceUserId().toString());
    }

    /** Whether the case is there: opened, and not by mistake. */
    public boolean isThere() {
        return opened != null && standing.live().containsKey(opened.commandId());
    }

    /** Whether an id is in use, or was. */
    public boolean isTaken(UUID id) {
        return byId.containsKey(id) || itemIds.contains(id);
    }

    /**
     * The team that the case belongs to at a moment: the latest that its opening and transfers say.
     */
    public Optional<TeamId> teamAt(Instant moment) {
        return teams.stream()
                .map(fact -> standing.live().get(fact.id()))
                .filter(live -> live != null && live.place() != null)
                .filter(live -> !placeOf(live).isAfter(moment))
                .max(
                        Comparator.comparing(CaseState::placeOf)
                                .thenComparingLong(live -> live.fact().sequence()))
                .map(live -> live.reads().team());
    }

    private static Instant placeOf(Standing.Live live) {
        return live.place() == null ? Instant.MIN : live.place();
    }

    /** What a correction is about in the end; of anything else, itself. */
    Fact root(Fact fact) {
        Correction correction = mended.byId().get(fact.id());
        Fact behind = correction == null ? null : byId.get(mended.behind(correction).getLast());
        return behind == null ? fact : behind;
    }

    /** The entries that came with a session, in order; empty where it is none. */
    List<Fact> entriesOf(Fact session) {
        List<Fact> entries = new ArrayList<>();
        for (int next = (int) session.sequence() + 1; next < inOrder.size(); next++) {
            Fact fact = inOrder.get(next);
            if (!fact.isEntry() || !fact.session().equals(session.id())) {
                break;
            }
            entries.add(fact);
        }
        return entries;
    }

    CaseState plus(Fact fact) {
        return new CaseState(
                fact.sequence() + 1,
                opened,
                byId.plus(fact.id(), fact),
                inOrder.plus(fact),
                mended,
                withIds(fact.first()),
                fact.first().team() == null ? teams : teams.plus(fact),
                standing.plus(fact));
    }

    CaseState plus(Correction correction) {
        Mended after = mended.plus(correction);
        Standing stands = standing;
        for (UUID id : after.behind(correction)) {
            Fact fact = byId.get(id);
            if (fact != null) {
                stands = stands.again(fact, after);
                for (Fact entry : entriesOf(fact)) {
                    stands = stands.again(entry, after);
                }
            }
        }
        Reads amended = correction.amended();
        PSet<UUID> ids = amended == null ? itemIds : withIds(amended);
        return new CaseState(version, opened, byId, inOrder, after, ids, teams, stands);
    }

    private PSet<UUID> withIds(Reads reads) {
        PSet<UUID> ids = itemIds;
        for (Brought brought : reads.bearing().brings()) {
            ids = ids.plus(brought.id());
        }
        return ids;
    }

    CaseState with(Opened opening) {
        return new CaseState(version, opening, byId, inOrder, mended, itemIds, teams, standing);
    }
}
