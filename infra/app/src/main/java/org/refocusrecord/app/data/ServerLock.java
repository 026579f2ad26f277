package org.refocusrecord.app.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Held by the one process that uses a data folder. The operating system takes it back when the
 * process ends, however it ends; so a lock that is held means a process that lives.
 */
public final class ServerLock implements AutoCloseable {

    private final FileChannel channel;

    private ServerLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock; empty where somebody else has it. */
    public static Optional<ServerLock> take(DataFolder folder) {
        Path file = folder.path().resolve("lock");
        try {
            OwnerOnly.touch(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            if (isHeldElsewhere(channel)) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new ServerLock(channel));
        } catch (IOException notWritable) {
            throw new Hindrance(
                    "The data folder %s cannot be locked: %s"
                            .formatted(folder, notWritable.getMessage()),
                    notWritable);
        }
    }

    private static boolean isHeldElsewhere(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock == null;
        } catch (OverlappingFileLockException heldInThisProcess) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException gone) {
            throw new Hindrance("The lock of the data folder cannot be given back", gone);
        }
    }
}
