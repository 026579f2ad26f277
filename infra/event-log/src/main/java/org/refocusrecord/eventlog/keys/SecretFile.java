package org.refocusrecord.eventlog.keys;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/** A file that its owner alone may read: made whole, and only ever replaced whole. */
public final class SecretFile {

    static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final Set<PosixFilePermission> OWNERS =
            EnumSet.of(
                    PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.OWNER_EXECUTE);

    private final Path path;

    public SecretFile(Path path) {
        this.path = path;
    }

    /** Whether there is none. */
    public boolean isMissing() {
        return Files.notExists(path);
    }

    /** Whether nobody but its owner may touch it. */
    public boolean isOwnersAlone() throws IOException {
        return OWNERS.containsAll(Files.getPosixFilePermissions(path));
    }

    /** What it holds, byte for byte. */
    public String read() throws IOException {
        return Files.readString(path, StandardCharsets.ISO_8859_1);
    }

    /**
     * Written aside and linked into place whole, which unlike a move can never replace a file that
     * is there; where somebody was faster, that one stays.
     */
    public void create(String text) throws IOException {
        Path aside = aside();
        try {
            write(aside, text);
            Files.createLink(path, aside);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.deleteIfExists(aside);
        }
        force();
    }

    /** The file is as it was or as it shall be, whenever the machine stops. */
    public void replace(String text) throws IOException {
        Path aside = aside();
        try {
            write(aside, text);
            Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(aside);
        }
        force();
    }

    private Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent());
    }

    private Path aside() throws IOException {
        return Files.createTempFile(
                folder(),
                path.getFileName() + ".",
                ".new",
                PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }

    private void force() throws IOException {
        try (FileChannel directory = FileChannel.open(folder(), StandardOpenOption.READ)) {
            directory.force(true);
        }
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
