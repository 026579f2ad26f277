package org.refocusrecord.eventlog;

import org.refocusrecord.eventlog.keys.DataKey;
import org.refocusrecord.eventlog.keys.Randomness;

import java.nio.charset.StandardCharsets;

/**
 * Seals what must wait outside the log for a while and may hold what somebody said: each under a
 * key of its own, which the log's own key wraps. Whoever keeps the two deletes both together.
 */
public final class Safekeeping {

    private final StreamKeys keys;
    private final Randomness randomness;

    Safekeeping(StreamKeys keys, Randomness randomness) {
        this.keys = keys;
        this.randomness = randomness;
    }

    /**
     * What is to be kept.
     *
     * @param wrapped the key, which only this service can unwrap
     * @param sealed what was sealed with it
     */
    @SuppressWarnings("ArrayRecordComponent") // Handed on to the database, never compared.
    public record Sealed(byte[] wrapped, byte[] sealed) {}

    /**
     * Opens the log's key, and holds it from then on: whoever did so can seal and open though
     * another master key, which is not here, wraps it later.
     */
    public Safekeeping held() {
        keys.own();
        return this;
    }

    /**
     * Seals bytes.
     *
     * @param name of what they are: they open under the same name only
     */
    public Sealed seal(byte[] plain, String name) {
        DataKey key = DataKey.draw(randomness);
        return new Sealed(
                keys.own().key().wrap(key, name, randomness),
                key.seal(plain, associated(name), randomness));
    }

    /**
     * What was sealed.
     *
     * @throws org.refocusrecord.eventlog.keys.SealBroken where it does not open
     */
    public byte[] open(Sealed sealed, String name) {
        DataKey key = keys.own().key().unwrap(sealed.wrapped(), name);
        return key.open(sealed.sealed(), associated(name));
    }

    private static byte[] associated(String name) {
        return ("kept/" + name).getBytes(StandardCharsets.UTF_8);
    }
}
