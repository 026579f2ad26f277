package org.refocusrecord.eventlog.keys;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The master key of the embedded default: one line in a file that its owner alone may read, and two
 * while it is changed. Losing it loses every text of the record, so a new one is made only where
 * nothing was wrapped yet, and a file that holds keys is only ever replaced whole.
 */
public final class MasterKeyFile {

    private static final String PREFIX = "refocus-record-master-key-1 ";
    private static final Pattern LINE =
            Pattern.compile("refocus-record-master-key-1 ([0-9a-f]{16}) ([0-9a-f]{64})");

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
        return open(keysExist, Optional::empty);
    }

    /**
     * The same, of a log that says which key wraps what is new.
     *
     * @param wanted asks the log; empty: the first of the file
     */
    public MasterKey open(boolean keysExist, Supplier<Optional<String>> wanted) {
        try {
            if (secret.isMissing()) {
                if (keysExist) {
                    throw new MasterKeyUnusable(
                            "There are wrapped keys but no master key in %s: put the file back from its backup"
                                    .formatted(file));
                }
                secret.create(line(randomness.bytes(SecretKey.BYTES)));
            }
        } catch (IOException e) {
            throw notReadable(e);
        }
        return new MasterKeyRing(this::keys, wanted);
    }

    /** The ids of the keys, in the order of the file. */
    public List<String> ids() {
        return keys().stream().map(LocalMasterKey::id).toList();
    }

    /** Adds a new key behind those that are there; answers with its id. */
    public String add() {
        String line = line(randomness.bytes(SecretKey.BYTES));
        replace(text() + line);
        return ids().getLast();
    }

    /** Takes all keys out of the file but one, which must be there. */
    public void keepOnly(String id) {
        String kept =
                text().lines()
                        .map(line -> line + "\n")
                        .filter(line -> line.startsWith(PREFIX + id + " "))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such key: " + id));
        replace(kept);
    }

    private MasterKeyUnusable notReadable(IOException e) {
        return new MasterKeyUnusable(
                "The master key in %s cannot be read or made".formatted(file), e);
    }

    private List<LocalMasterKey> keys() {
        return text().lines().map(this::key).toList();
    }

    /** What is in the file, every line of it whole. */
    private String text() {
        try {
            return checked();
        } catch (IOException e) {
            throw notReadable(e);
        }
    }

    private String checked() throws IOException {
        if (!secret.isOwnersAlone()) {
            throw new MasterKeyUnusable(
                    "Others may read or change the master key in %s: take their rights away (chmod 600)"
                            .formatted(file));
        }
        String text = secret.read();
        List<String> lines = text.lines().toList();
        boolean whole = lines.stream().map(line -> line + "\n").collect(joining()).equals(text);
        if (!whole || lines.isEmpty() || new HashSet<>(lines).size() < lines.size()) {
            throw damaged();
        }
        lines.forEach(this::key);
        return text;
    }

    private LocalMasterKey key(String line) {
        Matcher parts = LINE.matcher(line);
        if (parts.matches()) {
            byte[] bits = HexFormat.of().parseHex(parts.group(2));
            LocalMasterKey key = new LocalMasterKey(bits, randomness);
            Arrays.fill(bits, (byte) 0);
            if (key.id().equals(parts.group(1))) {
                return key;
            }
        }
        throw damaged();
    }

    private MasterKeyUnusable damaged() {
        return new MasterKeyUnusable(
                "The master key in %s is damaged: put the file back from its backup"
                        .formatted(file));
    }

    private void replace(String text) {
        try {
            secret.replace(text);
        } catch (IOException e) {
            throw notReadable(e);
        }
    }

    private String line(byte[] bits) {
        String id = new LocalMasterKey(bits, randomness).id();
        return PREFIX + id + " " + HexFormat.of().formatHex(bits) + "\n";
    }
}
