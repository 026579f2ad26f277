package org.refocusrecord.eventlog.keys;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A master key that this process holds. What it wraps begins with the eight bytes of its id, so
 * that a restored database beside the wrong key file is told apart from a damaged row.
 */
final class LocalMasterKey implements MasterKey {

    private static final int ID = 8;

    private final SecretKey key;
    private final byte[] id;
    private final Randomness randomness;

    LocalMasterKey(byte[] bits, Randomness randomness) {
        this.key = new SecretKey(bits);
        this.id = idOf(bits);
        this.randomness = randomness;
    }

    @Override
    public String id() {
        return HexFormat.of().formatHex(id);
    }

    @Override
    public byte[] wrap(byte[] secret, byte[] associated) {
        byte[] sealed = key.seal(secret, associated, randomness);
        byte[] wrapped = Arrays.copyOf(id, ID + sealed.length);
        System.arraycopy(sealed, 0, wrapped, ID, sealed.length);
        return wrapped;
    }

    @Override
    public byte[] unwrap(byte[] wrapped, byte[] associated) {
        if (wrapped.length < ID) {
            throw new SealBroken("A record key is cut short");
        }
        byte[] wrappedBy = Arrays.copyOf(wrapped, ID);
        if (!Arrays.equals(wrappedBy, id)) {
            throw new SealBroken(
                    "A record key was wrapped by master key %s, and this is %s"
                            .formatted(HexFormat.of().formatHex(wrappedBy), id()));
        }
        return key.open(
                Arrays.copyOfRange(wrapped, ID, wrapped.length), associated, "A record key");
    }

    private static byte[] idOf(byte[] bits) {
        return Derivation.hkdf(bits, "master-key-id".getBytes(StandardCharsets.US_ASCII), ID);
    }
}
