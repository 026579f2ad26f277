package org.refocusrecord.query.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes evidence as a zip, part by part, as it comes. */
final class EvidenceZip implements AutoCloseable {

    private final ZipOutputStream zip;

    EvidenceZip(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    /** What writes a part. */
    @FunctionalInterface
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    void part(Part part, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(part.file());
        // The same evidence is the same bytes, whenever and wherever it was asked for: of midnight
        // Java takes it that it may be an earlier time, and adds one that hangs on the zone.
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0, 2));
        zip.putNextEntry(entry);
        content.to(zip);
        zip.closeEntry();
    }

    /** A line of its own. */
    static void line(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
