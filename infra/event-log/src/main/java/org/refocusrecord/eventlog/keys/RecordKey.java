package org.refocusrecord.eventlog.keys;

import org.refocusrecord.events.EventId;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The key of one stream, which wraps the data keys of its events; destroyed when the whole case is
 * erased.
 */
public final class RecordKey {

    private final SecretKey key;

    private RecordKey(SecretKey key) {
        this.key = key;
    }

    /** A new one. */
    public static RecordKey draw(Randomness randomness) {
        return new RecordKey(SecretKey.of(randomness.bytes(SecretKey.BYTES)));
    }

    /** The stored form of this key. */
    public byte[] wrappedBy(MasterKey master, RecordKeyName name) {
        byte[] bits = key.bits();
        try {
            return master.wrap(bits, name.associated());
        } finally {
            Arrays.fill(bits, (byte) 0);
        }
    }

    /** This key from its stored form, or {@link SealBroken}. */
    public static RecordKey unwrap(byte[] wrapped, MasterKey master, RecordKeyName name) {
        return new RecordKey(SecretKey.of(master.unwrap(wrapped, name.associated())));
    }

    /** The stored form of an event's data key, which opens for that event only. */
    public byte[] wrap(DataKey dataKey, EventId event, Randomness randomness) {
        return sealed(dataKey, associated(event), randomness);
    }

    /** An event's data key from its stored form, or {@link SealBroken}. */
    public DataKey unwrap(byte[] wrapped, EventId event) {
        return new DataKey(SecretKey.of(key.open(wrapped, associated(event), "A data key")));
    }

    /**
     * The stored form of the key of something else that is kept, which opens under this name only.
     */
    public byte[] wrap(DataKey dataKey, String name, Randomness randomness) {
        return sealed(dataKey, associated(name), randomness);
    }

    private byte[] sealed(DataKey dataKey, byte[] associated, Randomness randomness) {
        byte[] bits = dataKey.bits();
        try {
            return key.seal(bits, associated, randomness);
        } finally {
            Arrays.fill(bits, (byte) 0);
        }
    }

    /** Such a key from its stored form, or {@link SealBroken}. */
    public DataKey unwrap(byte[] wrapped, String name) {
        return new DataKey(SecretKey.of(key.open(wrapped, associated(name), "A key")));
    }

    private static byte[] associated(String name) {
        return ("kept-key/" + name).getBytes(StandardCharsets.UTF_8);
    }

    byte[] bits() {
        return key.bits();
    }

    private static byte[] associated(EventId event) {
        return ("data-key/" + event).getBytes(StandardCharsets.UTF_8);
    }
}
