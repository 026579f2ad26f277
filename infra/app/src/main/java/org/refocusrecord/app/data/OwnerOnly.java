package org.refocusrecord.app.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that nobody but their owner may open. */
public final class OwnerOnly {

    private static final Set<PosixFilePermission> FOLDER =
            PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> FILE =
            PosixFilePermissions.fromString("rw-------");

    private OwnerOnly() {}

    /** Makes the folder where it is missing, and shuts it to others where they could open it. */
    public static void folder(Path folder) throws IOException {
        Files.createDirectories(folder, attribute(folder, FOLDER));
        if (isPosix(folder) && !Files.getPosixFilePermissions(folder).equals(FOLDER)) {
            Files.setPosixFilePermissions(folder, FOLDER);
        }
    }

    /** Writes a file aside and moves it into place, so that it is there whole or not at all. */
    public static void write(Path file, String text) throws IOException {
        Path folder = folderOf(file);
        Path aside =
                Files.createTempFile(
                        folder, file.getFileName() + ".", ".new", attribute(folder, FILE));
        try {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(
                    aside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    /** Makes an empty file where there is none. */
    public static void touch(Path file) throws IOException {
        if (Files.notExists(file)) {
            write(file, "");
        }
    }

    /** Throws where such a file could not be written; leaves everything as it is. */
    public static void requireWritable(Path file) throws IOException {
        Path folder = folderOf(file);
        Files.delete(
                Files.createTempFile(
                        folder, file.getFileName() + ".", ".new", attribute(folder, FILE)));
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static FileAttribute<?>[] attribute(Path place, Set<PosixFilePermission> permissions) {
        return isPosix(place)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path place) {
        return place.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
