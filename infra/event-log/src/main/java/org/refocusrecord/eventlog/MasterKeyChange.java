package org.refocusrecord.eventlog;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.MasterKeyFile;
import org.refocusrecord.eventlog.keys.RecordKey;
import org.refocusrecord.eventlog.keys.RecordKeyName;
import org.refocusrecord.eventlog.store.MasterKeyRows;
import org.refocusrecord.eventlog.store.RecordKeyRow;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Changes the master key: a new one is put beside the old in the file, what is new is wrapped by it
 * from then on, what the old one has wrapped is wrapped anew a batch at a time, and when nothing is
 * left the old one goes. Events are not touched, and appends and reads go on meanwhile. Whenever it
 * is broken off, the next call goes on from there.
 */
public final class MasterKeyChange {

    private static final int BATCH = 500;

    private final MasterKeyFile file;
    private final MasterKeyRows rows;

    /** Of the key in this file, which wraps the record keys in these rows. */
    public MasterKeyChange(MasterKeyFile file, MasterKeyRows rows) {
        this.file = file;
        this.rows = rows;
    }

    /** The key to which a change that was begun leads; empty: none was. */
    public Optional<String> begun() {
        List<String> ids = file.ids();
        return ids.size() > 1 ? Optional.of(ids.getLast()) : Optional.empty();
    }

    /** Puts a new key beside the old; it wraps nothing yet. Answers with its id. */
    public String begin() {
        return begun().orElseGet(file::add);
    }

    /**
     * Goes on to the end.
     *
     * @param wrapped told how many keys were wrapped anew so far
     */
    public void finish(LongConsumer wrapped) {
        String id = begun().orElseThrow(() -> new IllegalStateException("no new key was made"));
        rows.use(id);
        MasterKey master = file.open(true, () -> Optional.of(id));
        long count = 0;
        UUID after = null;
        for (List<RecordKeyRow> batch = next(id, after); !batch.isEmpty(); ) {
            count += rows.wrapAnew(batch, batch.stream().map(row -> anew(row, master)).toList());
            wrapped.accept(count);
            after = batch.getLast().id();
            batch = next(id, after);
        }
        if (!next(id, null).isEmpty()) {
            throw new IllegalStateException("something is wrapped by the old master key still");
        }
        file.keepOnly(id);
    }

    private List<RecordKeyRow> next(String id, @Nullable UUID after) {
        return rows.wrappedByOthers(id, after, BATCH);
    }

    private static byte[] anew(RecordKeyRow row, MasterKey master) {
        byte[] wrapped = row.wrapped();
        if (wrapped == null) {
            throw new IllegalArgumentException("a key that was destroyed");
        }
        RecordKeyName name = new RecordKeyName(row.id(), row.stream(), row.generation());
        return RecordKey.unwrap(wrapped, master, name).wrappedBy(master, name);
    }
}
