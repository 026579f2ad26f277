package org.refocusrecord.eventlog.seal;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.eventlog.keys.Randomness;
import org.refocusrecord.eventlog.keys.SecretFile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;

/**
 * The key that signs a log's checkpoints, one line in a file that its owner alone may read. Whoever
 * holds the old checkpoints knows the log by this key, so another one is taken only where nothing
 * was signed yet, or where the operator says that it is to be another.
 */
public final class SealKeyFile {

    private static final String ORIGIN = "refocus-record/";

    private final Path path;
    private final SecretFile file;
    private final Randomness randomness;

    public SealKeyFile(Path path, Randomness randomness) {
        this.path = path;
        this.file = new SecretFile(path);
        this.randomness = randomness;
    }

    /** What the log of this id signs as. */
    public static String origin(UUID logId) {
        return ORIGIN + logId;
    }

    /**
     * Reads the key, and makes it first where there is none.
     *
     * @param signedBy the key that signed the newest checkpoint, as text; null where none is signed
     * @param mayBeAnother whether the operator says that it is to be another key
     */
    public SignerKey open(UUID logId, @Nullable String signedBy, boolean mayBeAnother) {
        boolean mayBeNew = signedBy == null || mayBeAnother;
        try {
            if (file.isMissing()) {
                if (!mayBeNew) {
                    throw new SealKeyUnusable(
                            "Checkpoints were signed by %s, and there is no key in %s: put the file back from its backup. If it is lost for good, set refocus.seal.new-key for one start, and tell the new key to all who check evidence"
                                    .formatted(signedBy, path));
                }
                String origin = origin(logId);
                SignerKey drawn = SignerKey.of(origin, randomness.bytes(SignerKey.SEED));
                file.create(drawn.secretText() + "\n");
            }
            return required(read(), logId, mayBeNew ? null : signedBy);
        } catch (IOException e) {
            throw new SealKeyUnusable(
                    "The signing key in %s cannot be read or made".formatted(path), e);
        }
    }

    private SignerKey read() throws IOException {
        if (!file.isOwnersAlone()) {
            throw new SealKeyUnusable(
                    "Others may read or change the signing key in %s: take their rights away (chmod 600)"
                            .formatted(path));
        }
        try {
            return SignerKey.parse(file.read());
        } catch (NotANote damaged) {
            throw new SealKeyUnusable(
                    "The signing key in %s is damaged: put the file back from its backup"
                            .formatted(path),
                    damaged);
        }
    }

    private SignerKey required(SignerKey key, UUID logId, @Nullable String signedBy) {
        String verifier = key.verifier().toString();
        if (!key.verifier().name().equals(origin(logId))) {
            throw new SealKeyUnusable(
                    "The signing key in %s is that of another log, %s"
                            .formatted(path, key.verifier().name()));
        }
        if (signedBy != null && !signedBy.equals(verifier)) {
            throw new SealKeyUnusable(
                    "The signing key in %s is %s, and the newest checkpoint was signed by %s: put the file back from its backup. If it is to be another key, set refocus.seal.new-key for one start, and tell the new key to all who check evidence"
                            .formatted(path, verifier, signedBy));
        }
        return key;
    }
}
