package org.refocusrecord.eventlog.seal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The compressed sparse Merkle tree of the heads of all streams. A stream's place is SHA-256 of its
 * name, read bit by bit from the first; what has nothing beside it moves up to where its way parts
 * from all others, so the tree is as deep as it must be and no deeper.
 *
 * <p>It is kept eight levels at a time. Changes are gathered first, and only what they touch is
 * fetched and written.
 */
final class HeadsTree {

    /** The eight levels below some beginnings of places, in hex, where there are any. */
    @FunctionalInterface
    interface Fetch {
        Map<String, HeadTile> tiles(Collection<String> prefixes);
    }

    private final Fetch fetch;
    private final Map<String, HeadTile> touched = new TreeMap<>();

    HeadsTree(Fetch fetch) {
        this.fetch = fetch;
    }

    /** Puts heads in place of those that the streams had; says how many streams are new. */
    long put(List<StreamHead> heads) {
        fetch(heads.stream().map(StreamHead::place).toList());
        long added = 0;
        for (StreamHead head : heads) {
            added += put(head.place(), head.hash()) ? 1 : 0;
        }
        return added;
    }

    private boolean put(byte[] place, byte[] hash) {
        String prefix = "";
        for (int depth = 0; ; depth++) {
            HeadTile tile = at(prefix);
            int slot = place[depth] & 0xff;
            HeadTile.Slot there = tile.slot(slot);
            if (there == null) {
                tile.put(slot, new HeadTile.Slot(place, hash));
                return true;
            }
            if (there.place() != null && Arrays.equals(there.place(), place)) {
                tile.put(slot, new HeadTile.Slot(place, hash));
                return false;
            }
            prefix += HexFormat.of().toHexDigits((byte) slot);
            if (there.place() != null) {
                partWays(prefix, depth + 1, there);
                // Its hash is reckoned at the end.
                tile.put(slot, new HeadTile.Slot(null, there.hash()));
            }
        }
    }

    private void partWays(String prefix, int depth, HeadTile.Slot there) {
        byte[] place = there.place();
        if (place != null) {
            HeadTile below = new HeadTile();
            below.put(place[depth] & 0xff, there);
            touched.put(prefix, below);
        }
    }

    private HeadTile at(String prefix) {
        HeadTile tile = touched.get(prefix);
        if (tile == null) {
            throw new SealBroken("the tree of heads has a hole at " + prefix);
        }
        return tile;
    }

    /** Fetches what lies on the way to these places, a level for all of them at once. */
    private void fetch(List<byte[]> places) {
        begin();
        List<byte[]> further = places;
        for (int depth = 0; !further.isEmpty(); depth++) {
            int bytes = depth;
            Set<String> prefixes = new HashSet<>();
            further.forEach(place -> prefixes.add(HexFormat.of().formatHex(place, 0, bytes)));
            prefixes.removeAll(touched.keySet());
            touched.putAll(fetch.tiles(prefixes));
            further = further.stream().filter(place -> parts(place, bytes)).toList();
        }
    }

    /** Of a tree without streams nothing is kept. */
    private void begin() {
        if (!touched.containsKey("")) {
            touched.putAll(fetch.tiles(List.of("")));
            touched.putIfAbsent("", new HeadTile());
        }
    }

    /** Whether more than one head lies below a place's slot. */
    private boolean parts(byte[] place, int depth) {
        HeadTile tile = at(HexFormat.of().formatHex(place, 0, depth));
        HeadTile.Slot slot = tile.slot(place[depth] & 0xff);
        return slot != null && slot.place() == null;
    }

    /** The root, once all that was touched is reckoned anew, from below. */
    byte[] root() {
        begin();
        List<String> deepestFirst = new ArrayList<>(touched.keySet());
        deepestFirst.sort((one, other) -> Integer.compare(other.length(), one.length()));
        for (String prefix : deepestFirst) {
            byte[] root = at(prefix).root();
            if (!prefix.isEmpty()) {
                String above = prefix.substring(0, prefix.length() - 2);
                int slot = HexFormat.fromHexDigits(prefix, prefix.length() - 2, prefix.length());
                at(above).put(slot, new HeadTile.Slot(null, root));
            }
        }
        return at("").root();
    }

    /** What was touched, and must be kept. */
    Map<String, HeadTile> touched() {
        return touched;
    }

    /**
     * What stands beside a place's way, from the root down; empty where another stream, or none,
     * stands there.
     */
    Optional<List<byte[]>> path(byte[] place) {
        fetch(List.of(place));
        List<byte[]> path = new ArrayList<>();
        String prefix = "";
        for (int depth = 0; ; depth++) {
            HeadTile tile = at(prefix);
            int slot = place[depth] & 0xff;
            HeadTile.Slot there = tile.slot(slot);
            if (there == null) {
                return Optional.empty();
            }
            path.addAll(tile.beside(slot));
            if (there.place() != null) {
                return Arrays.equals(there.place(), place) ? Optional.of(path) : Optional.empty();
            }
            prefix += HexFormat.of().toHexDigits((byte) slot);
        }
    }
}
