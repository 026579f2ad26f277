package org.refocusrecord.eventlog;

import org.refocusrecord.eventlog.keys.MasterKey;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.store.LogStore;
import org.refocusrecord.eventlog.store.StoredRow;
import org.refocusrecord.events.CommandId;

import java.util.List;

/**
 * The event log as the rest of the house knows it: events in, events out, words encrypted between.
 * A command is recorded once; asked again it gives the same receipt.
 */
public final class EventLog extends LogReads {

    private final LogStore store;
    private final StreamKeys keys;
    private final Appender appender;
    private final RepeatGuard guard;
    private final Snapshots snapshots;
    private final Safekeeping safekeeping;

    /** A log over a store whose words this master key protects. */
    public EventLog(LogStore store, MasterKey master, Randomness randomness) {
        this(store, master, randomness, new KeyCache());
    }

    EventLog(LogStore store, MasterKey master, Randomness randomness, KeyCache cache) {
        this(store, new StreamKeys(store, master, randomness, cache), randomness);
    }

    private EventLog(LogStore store, StreamKeys keys, Randomness randomness) {
        super(store, keys);
        this.store = store;
        this.keys = keys;
        this.appender = new Appender(store, keys, randomness);
        this.guard = new RepeatGuard(keys);
        this.snapshots = new Snapshots(store.snapshots(), keys);
        this.safekeeping = new Safekeeping(keys, randomness);
    }

    /** What lies below: rows as they are stored, and the way to record them. */
    public LogStore store() {
        return store;
    }

    /**
     * The same log, read through another store, whose connections need be able to do no more than
     * that. The keys that are in memory are this log's: who lets go of them lets go of all.
     */
    public LogReads readThrough(LogStore reader) {
        return new LogReads(reader, keys.through(reader));
    }

    /**
     * Records a command's events and answers with its receipt once they are on the disk.
     *
     * @throws AppendRefused when the command is there already or the stream has moved on
     * @throws org.refocusrecord.eventlog.store.LogNotReachable when the database does not answer;
     *     asking again tells what became of it
     */
    public Receipt append(Appending appending) {
        return appender.append(appending);
    }

    /** Whether a command was recorded before, and with this content. */
    public Repeat repeat(CommandId commandId, String content) {
        List<StoredRow> rows = store.command(commandId.value());
        return rows.isEmpty() ? new Repeat.No() : guard.compare(rows, Receipts.of(rows), content);
    }

    /** The states of streams that are kept beside the log. */
    public Snapshots snapshots() {
        return snapshots;
    }

    /** Seals what must wait outside the log. */
    public Safekeeping safekeeping() {
        return safekeeping;
    }

    /**
     * For whoever knows an event that its stream does not have any more.
     *
     * @throws LogBroken where nothing is in its place, and there are others behind it: in a log
     *     that took another's place and lacks what came last, there is another event, or the end
     */
    public void requireNoHole(String stream, long sequence, long position) {
        if (!missing(List.of(position)).isEmpty()) {
            throw new LogBroken.AtSequences(stream, sequence, sequence);
        }
    }

    /** How many unwrapped record keys are in memory. */
    long keysInMemory() {
        return keys.inMemory();
    }

    /**
     * Lets go of the keys of a stream that are in memory: some were destroyed, on whatever node.
     */
    void forgetKeys(String stream) {
        keys.forget(stream);
    }

    /** Lets go of all keys that are in memory: nobody knows which were destroyed. */
    void forgetKeys() {
        keys.forget();
    }
}
