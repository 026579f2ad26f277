package org.refocusrecord.command.casefile;

import org.jspecify.annotations.Nullable;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.refocusrecord.command.Bearing.Brought;
import org.refocusrecord.command.casefile.Item.Bringer;

import java.time.Instant;
import java.util.UUID;

/**
 * What stands of a case after all corrections: how each live fact reads, where it stands, and which
 * items live.
 *
 * @param live the live facts
 * @param items the live items
 */
public record Standing(PMap<UUID, Live> live, PMap<UUID, Item> items) {

    static final Standing EMPTY = new Standing(TreePMap.empty(), TreePMap.empty());

    /** A live fact: how it reads now, and where it stands. */
    public record Live(Fact fact, Reads reads, @Nullable Instant place) {}

    /** With a new fact. */
    Standing plus(Fact fact) {
        return plus(fact, fact.first());
    }

    /** The fact taken out, and put in again as corrections have left it. */
    Standing again(Fact fact, Mended mended) {
        Standing without = minus(fact);
        if (mended.isInError(fact.id()) || mended.isInError(fact.session())) {
            return without;
        }
        Reads amended = mended.amended(fact.id());
        return without.plus(fact, amended == null ? fact.first() : amended);
    }

    private Standing plus(Fact fact, Reads reads) {
        Instant place = placeOf(fact, reads);
        PMap<UUID, Item> brought = items;
        for (Brought item : reads.bearing().brings()) {
            Bringer bringer =
                    new Bringer(
                            fact.id(),
                            fact.session(),
                            place == null ? Instant.MIN : place,
                            fact.sequence(),
                            item.manner(),
                            item.with());
            Item known = brought.get(item.id());
            brought =
                    brought.plus(
                            item.id(),
                            known == null ? Item.broughtBy(item, bringer) : known.plus(bringer));
        }
        return new Standing(live.plus(fact.id(), new Live(fact, reads, place)), brought);
    }

    private Standing minus(Fact fact) {
        Live was = live.get(fact.id());
        if (was == null) {
            return this;
        }
        PMap<UUID, Item> left = items;
        for (Brought brought : was.reads().bearing().brings()) {
            Item item = left.get(brought.id());
            Item rest = item == null ? null : item.minus(fact.id());
            left = rest == null ? left.minus(brought.id()) : left.plus(brought.id(), rest);
        }
        return new Standing(live.minus(fact.id()), left);
    }

    /** An entry stands where its session does. */
    private @Nullable Instant placeOf(Fact fact, Reads reads) {
        if (!fact.isEntry()) {
            return reads.place();
        }
        Live header = live.get(fact.session());
        return header == null ? null : header.place();
    }
}
