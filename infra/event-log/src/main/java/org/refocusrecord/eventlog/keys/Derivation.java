package org.refocusrecord.eventlog.keys;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;

import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC-SHA256 (RFC 2104) and HKDF over it (RFC 5869), as Java has them. Its provider is named, so
 * that not all of them are asked at each call.
 */
final class Derivation {

    private static final Provider JAVA = Security.getProvider("SunJCE");

    private Derivation() {}

    /** HKDF-SHA256 without a salt. */
    static byte[] hkdf(byte[] secret, byte[] info, int bytes) {
        try {
            return KDF.getInstance("HKDF-SHA256", JAVA)
                    .deriveData(
                            HKDFParameterSpec.ofExtract().addIKM(secret).thenExpand(info, bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HKDF-SHA256", e);
        }
    }

    static Mac hmac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256", JAVA);
            mac.init(new SecretKeySpec(key, "HMAC"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA256", e);
        }
    }
}
