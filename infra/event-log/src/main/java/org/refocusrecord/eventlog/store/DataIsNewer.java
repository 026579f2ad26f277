package org.refocusrecord.eventlog.store;

/** The data was made by a later version of the program. */
public final class DataIsNewer extends RuntimeException {
    DataIsNewer(int stored) {
        super(
                ("The data has format %d and this program knows formats up to %d:"
                                + " start the version that made it, or a later one")
                        .formatted(stored, DataFormat.CURRENT));
    }
}
