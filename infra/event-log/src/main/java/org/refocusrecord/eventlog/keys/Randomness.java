package org.refocusrecord.eventlog.keys;

import java.security.SecureRandom;

/**
 * Where keys, nonces and salts are drawn from; given from outside so that stored forms can be
 * frozen in tests.
 */
@FunctionalInterface
public interface Randomness {

    /** As many bytes, never the same again. */
    byte[] bytes(int count);

    /** The platform's generator, which every running system uses. */
    static Randomness secure() {
        SecureRandom random = new SecureRandom();
        return count -> {
            byte[] bytes = new byte[count];
            random.nextBytes(bytes);
            return bytes;
        };
    }
}
