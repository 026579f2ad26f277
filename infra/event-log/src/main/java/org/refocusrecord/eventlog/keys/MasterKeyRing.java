package org.refocusrecord.eventlog.keys;

import org.jspecify.annotations.Nullable;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The master keys of a file: one wraps what is new, all open what they have wrapped. While the
 * master key is changed there are two. A key that comes to be wanted is looked for in the file, so
 * that a running server need not be started again; one that was held is not let go of, since
 * something may have been read before it was wrapped anew.
 */
final class MasterKeyRing implements MasterKey {

    private static final int ID = 8;

    private final Supplier<List<LocalMasterKey>> file;
    private final Supplier<Optional<String>> wanted;
    private volatile Map<String, LocalMasterKey> keys = Map.of();
    private volatile @Nullable LocalMasterKey current;

    /**
     * A ring.
     *
     * @param file reads the keys of the file
     * @param wanted asks the log which one wraps what is new; empty: the first
     */
    MasterKeyRing(Supplier<List<LocalMasterKey>> file, Supplier<Optional<String>> wanted) {
        this.file = file;
        this.wanted = wanted;
        changed();
    }

    @Override
    public void changed() {
        // A key is in the file before it is wanted, until another is wanted. So one that is missing
        // was wanted
        // no more when the file was read, or is missing for good.
        Optional<String> asked = wanted.get();
        Optional<LocalMasterKey> found = found(asked);
        while (found.isEmpty()) {
            Optional<String> again = wanted.get();
            if (again.equals(asked)) {
                throw new MasterKeyUnusable(
                        "The record wants its keys to be wrapped by master key %s, which is not among those of the file: %s"
                                .formatted(
                                        asked.orElse("?"),
                                        file.get().stream().map(LocalMasterKey::id).toList()));
            }
            asked = again;
            found = found(asked);
        }
        current = found.get();
    }

    private Optional<LocalMasterKey> found(Optional<String> asked) {
        List<LocalMasterKey> read = reread();
        return Optional.ofNullable(keys.get(asked.orElseGet(() -> read.getFirst().id())));
    }

    private List<LocalMasterKey> reread() {
        List<LocalMasterKey> read = file.get();
        Map<String, LocalMasterKey> all = new LinkedHashMap<>(keys);
        read.forEach(key -> all.putIfAbsent(key.id(), key));
        keys = Map.copyOf(all);
        return read;
    }

    private LocalMasterKey current() {
        LocalMasterKey key = current;
        if (key == null) {
            throw new IllegalStateException("no master key was chosen");
        }
        return key;
    }

    @Override
    public String id() {
        return current().id();
    }

    @Override
    public byte[] wrap(byte[] secret, byte[] associated) {
        return current().wrap(secret, associated);
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associated) {
        String by = HexFormat.of().formatHex(wrapped, 0, Math.min(ID, wrapped.length));
        if (!keys.containsKey(by)) {
            reread();
        }
        LocalMasterKey key = keys.get(by);
        if (key == null) {
            throw new MasterKeyUnusable(
                    "A record key was wrapped by master key %s, which is not among those of the file: %s"
                            .formatted(by, keys.keySet()));
        }
        return key.unwrap(wrapped, associated);
    }
}
