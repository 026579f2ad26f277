package org.refocusrecord.eventlog;

import org.refocusrecord.eventlog.keys.MasterKeyUnusable;
import org.refocusrecord.eventlog.keys.SealBroken;
import org.refocusrecord.eventlog.keys.SnapshotMac;
import org.refocusrecord.eventlog.store.LogFault;
import org.refocusrecord.eventlog.store.LogNotReachable;
import org.refocusrecord.eventlog.store.SnapshotRow;
import org.refocusrecord.eventlog.store.SnapshotRows;
import org.refocusrecord.events.EventId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * States of streams that were folded before. They spare work and decide nothing: one that is not
 * sealed by this log's own key, or whose last event is another one in the log, is as good as none;
 * and so is the whole table where it cannot be read or written.
 */
public final class Snapshots {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private final SnapshotRows rows;
    private final StreamKeys keys;

    Snapshots(SnapshotRows rows, StreamKeys keys) {
        this.rows = rows;
        this.keys = keys;
    }

    /**
     * The state that is kept of a stream in a form.
     *
     * @throws LogNotReachable when the database does not answer, as any reading of the stream would
     */
    public Optional<byte[]> find(String stream, byte[] form) {
        try {
            Optional<SnapshotRow> found = rows.find(stream, form);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            SnapshotRow row = found.get();
            byte[] mac = mac(stream, row.sequence(), row.leafHash(), form, row.state());
            if (SnapshotMac.matches(row.mac(), mac)) {
                return Optional.of(row.state());
            }
            LOG.warn("the snapshot of {} is not what was kept, and is taken away", stream);
            discard(stream, form);
        } catch (LogFault | SealBroken | MasterKeyUnusable unusable) {
            LOG.warn("snapshots cannot be read: {}", unusable.getMessage());
        }
        return Optional.empty();
    }

    private byte[] mac(String stream, long sequence, byte[] leafHash, byte[] form, byte[] state) {
        return SnapshotMac.of(keys.own().key(), stream, sequence, leafHash, form, state);
    }

    /** How far the one that is kept has come, unbelieved; -1 where there is none. */
    public long latest(String stream, byte[] form) {
        try {
            return rows.latest(stream, form);
        } catch (LogFault | LogNotReachable unusable) {
            LOG.debug("snapshots cannot be read", unusable);
            return -1;
        }
    }

    /**
     * Keeps a state, where its last event is that one in the log too. False where it was not kept.
     *
     * @param sequence of the last event in it
     */
    public boolean keep(
            String stream, long sequence, EventId lastEvent, byte[] form, Supplier<byte[]> state) {
        try {
            Optional<byte[]> leaf = rows.leaf(stream, sequence, lastEvent.value());
            if (leaf.isPresent()) {
                byte[] bytes = state.get();
                byte[] mac = mac(stream, sequence, leaf.get(), form, bytes);
                rows.put(stream, new SnapshotRow(sequence, form, mac, bytes, leaf.get()));
                return true;
            }
        } catch (LogFault | LogNotReachable | SealBroken | MasterKeyUnusable unusable) {
            LOG.warn("a snapshot was not kept: {}", unusable.getMessage());
        }
        return false;
    }

    /** Takes away what is kept of a stream. */
    public void discard(String stream, byte[] form) {
        try {
            rows.takeAway(stream, form);
        } catch (LogFault | LogNotReachable stays) {
            LOG.debug("it will be met again", stays);
        }
    }
}
