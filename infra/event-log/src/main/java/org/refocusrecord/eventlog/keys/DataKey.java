package org.refocusrecord.eventlog.keys;

/** The key of one event's words; destroyed when the event's words are erased. */
public final class DataKey {

    private final SecretKey key;

    DataKey(SecretKey key) {
        this.key = key;
    }

    /** A new one. */
    public static DataKey draw(Randomness randomness) {
        return new DataKey(SecretKey.of(randomness.bytes(SecretKey.BYTES)));
    }

    /** Nonce, ciphertext and tag. */
    public byte[] seal(byte[] plain, byte[] associated, Randomness randomness) {
        return key.seal(plain, associated, randomness);
    }

    /** What was sealed, or {@link SealBroken}. */
    public byte[] open(byte[] sealed, byte[] associated) {
        return key.open(sealed, associated, "A text");
    }

    byte[] bits() {
        return key.bits();
    }
}
