package org.refocusrecord.eventlog.keys;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The master key of the embedded default: one line in a file that its owner alone may read. It is
 * made once and never written again; losing it loses every text of the record, so a new one is made
 * only where nothing was wrapped yet.
 */
public final class MasterKeyFile {

    private static final Pattern LINE =
            Pattern.compile("refocus-record-master-key-1 ([0-9a-f]{16}) ([0-9a-f]{64})\n");
    private final Path file;
    private final SecretFile secret;
    private final Randomness randomness;

    public MasterKeyFile(Path file, Randomness randomness) {
        this.file = file;
        this.secret = new SecretFile(file);
        this.randomness = randomness;
    }

    /**
     * Reads the key, and makes it first where there is none.
     *
     * @param keysExist whether the database holds keys that some master key has wrapped
     */
    public MasterKey open(boolean keysExist) {
        try {
            if (secret.isMissing()) {
                if (keysExist) {
                    throw new MasterKeyUnusable(
                            "There are wrapped keys but no master key in %s: put the file back from its backup"
                                    .formatted(file));
                }
                secret.create(line(randomness.bytes(SecretKey.BYTES)));
            }
            return read();
        } catch (IOException e) {
            throw new MasterKeyUnusable(
                    "The master key in %s cannot be read or made".formatted(file), e);
        }
    }

    private MasterKey read() throws IOException {
        if (!secret.isOwnersAlone()) {
            throw new MasterKeyUnusable(
                    "Others may read or change the master key in %s: take their rights away (chmod 600)"
                            .formatted(file));
        }
        Matcher line = LINE.matcher(secret.read());
        if (line.matches()) {
            LocalMasterKey key =
                    new LocalMasterKey(HexFormat.of().parseHex(line.group(2)), randomness);
            if (key.id().equals(line.group(1))) {
                return key;
            }
        }
        throw new MasterKeyUnusable(
                "The master key in %s is damaged: put the file back from its backup"
                        .formatted(file));
    }

    private String line(byte[] bits) {
        String id = new LocalMasterKey(bits, randomness).id();
        return "refocus-record-master-key-1 " + id + " " + HexFormat.of().formatHex(bits) + "\n";
    }
}
