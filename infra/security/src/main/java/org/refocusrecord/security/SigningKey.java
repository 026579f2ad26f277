package org.refocusrecord.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;

/**
 * The key by which the local issuer signs, kept in the data folder for its owner alone. It is drawn
 * once, at the first start; when two processes start at once, one draws and both use that.
 */
final class SigningKey {

    /** Such keys are drawn at once, and sign fast. */
    private static final Curve CURVE = Curve.P_256;

    private SigningKey() {}

    static ECKey in(Path data) throws IOException {
        Path file = data.resolve("keys").resolve("token-signing.jwk");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent(), onlyOwner("rwx------"));
            keep(file, drawn());
        }
        return read(file);
    }

    private static ECKey read(Path file) throws IOException {
        try {
            if (JWK.parse(Files.readString(file)) instanceof ECKey key
                    && CURVE.equals(key.getCurve())
                    && key.isPrivate()) {
                return key;
            }
        } catch (ParseException spoiled) {
            throw new IOException("The signing key cannot be read: " + file, spoiled);
        }
        throw new IOException(
                "The signing key is none of %s: %s. Where it is taken away another is drawn, and tokens must be made anew."
                        .formatted(CURVE, file));
    }

    private static ECKey drawn() {
        try {
            return new ECKeyGenerator(CURVE)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate();
        } catch (JOSEException noSuchAlgorithm) {
            throw new IllegalStateException("every JDK draws such keys", noSuchAlgorithm);
        }
    }

    private static void keep(Path file, ECKey key) throws IOException {
        Path draft =
                Files.createTempFile(file.getParent(), "signing", ".new", onlyOwner("rw-------"));
        try {
            Files.writeString(draft, key.toJSONString(), StandardOpenOption.SYNC);
            link(file, draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** A link is made whole or not at all, and never takes the place of another's. */
    private static void link(Path file, Path draft) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherWasFaster) {
            return;
        } catch (UnsupportedOperationException noLinksHere) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private static FileAttribute<?>[] onlyOwner(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
