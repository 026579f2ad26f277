package org.refocusrecord.query.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.zip.CRC32C;

/**
 * The folds that a program brings, told by one number: nodes with other folds do not share the work
 * of moving views.
 */
record Generation(int number) {

    /** The number of its own lock of a segment, which is what its last eight bits say. */
    int lock(int segment) {
        return number * Segments.MOST + segment & Integer.MAX_VALUE;
    }

    static Generation of(Collection<Projector> projectors) {
        String all =
                projectors.stream()
                        .map(projector -> projector.name() + " " + projector.version())
                        .sorted()
                        .collect(joining("\n"));
        CRC32C sum = new CRC32C();
        sum.update(all.getBytes(UTF_8));
        // A lock of the database's is named by a number that is not below zero.
        return new Generation((int) sum.getValue() & Integer.MAX_VALUE);
    }
}
