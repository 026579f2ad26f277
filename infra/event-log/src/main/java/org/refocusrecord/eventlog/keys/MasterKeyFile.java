package org.refocusrecord.eventlog.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
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
    static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final Path file;
    private final Randomness randomness;

    public MasterKeyFile(Path file, Randomness randomness) {
        this.file = file;
        this.randomness = randomness;
    }

    /**
     * Reads the key, and makes it first where there is none.
     *
     * @param keysExist whether the database holds keys that some master key has wrapped
     */
    public MasterKey open(boolean keysExist) {
        try {
            if (Files.notExists(file)) {
                if (keysExist) {
                    throw new MasterKeyUnusable(
                            "There are wrapped keys but no master key in %s: put the file back from its backup"
                                    .formatted(file));
                }
                create();
            }
            return read();
        } catch (IOException e) {
            throw new MasterKeyUnusable(
                    "The master key in %s cannot be read or made".formatted(file), e);
        }
    }

    private MasterKey read() throws IOException {
        if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
            throw new MasterKeyUnusable(
                    "Others may read or change the master key in %s: take their rights away (chmod 600)"
                            .formatted(file));
        }
        Matcher line = LINE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
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

    /**
     * Written aside and linked into place whole, which unlike a move can never replace a key that
     * is there.
     */
    private void create() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path aside =
                Files.createTempFile(
                        folder,
                        file.getFileName() + ".",
                        ".new",
                        PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        try {
            write(aside, line(randomness.bytes(SecretKey.BYTES)));
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.deleteIfExists(aside);
        }
        try (FileChannel directory = FileChannel.open(folder, StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private String line(byte[] bits) {
        String id = new LocalMasterKey(bits, randomness).id();
        return "refocus-record-master-key-1 " + id + " " + HexFormat.of().formatHex(bits) + "\n";
    }

    private static void write(Path aside, String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII));
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }
}
