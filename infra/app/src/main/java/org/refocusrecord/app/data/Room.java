package org.refocusrecord.app.data;

import java.io.IOException;
import java.nio.file.Files;

/** How much room a start needs on the disk of a data folder. */
public final class Room {

    private static final long MEGABYTE = 1 << 20;
    private static final long ENOUGH = 100 * MEGABYTE;
    // The programs, an empty database and its first journal.
    private static final long FOR_A_NEW_DATABASE = 200 * MEGABYTE;
    // Its own topics, and the first records of others.
    private static final long FOR_A_NEW_BROKER = 50 * MEGABYTE;

    private Room() {}

    /**
     * Throws where the disk is so full that a start could not be finished.
     *
     * @param withDatabase whether the database is to be kept here too
     * @param withBroker whether a broker's topics are
     */
    public static void require(DataFolder folder, boolean withDatabase, boolean withBroker) {
        long needed = ENOUGH;
        if (withDatabase && Files.notExists(folder.database())) {
            needed += FOR_A_NEW_DATABASE;
        }
        if (withBroker && Files.notExists(folder.broker())) {
            needed += FOR_A_NEW_BROKER;
        }
        try {
            long left = Files.getFileStore(folder.path()).getUsableSpace();
            if (left < needed) {
                throw new Hindrance(
                        "The disk of %s has %d MB left, and a start needs %d MB. Make room, or name another folder with --data."
                                .formatted(folder, left / MEGABYTE, needed / MEGABYTE));
            }
        } catch (IOException unknown) {
            throw new Hindrance(
                    "The disk of %s does not say how much room it has left.".formatted(folder),
                    unknown);
        }
    }
}
