package org.refocusrecord.query.evidence;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the directory at the end of a zip lists. Programs that unpack go by the directory, and who
 * reads from the beginning by what stands before each entry: so that both see the same, every entry
 * must be listed, must follow the one before, and nothing else may be in the file. Form: PKWARE's
 * APPNOTE 6.3.10, 4.3.7 to 4.3.16, without extra fields, comments and ZIP64, which evidence has
 * not.
 */
final class ZipDirectory {

    private static final int ENTRY = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int LISTED = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int HAS_DESCRIPTOR = 1 << 3;

    private final ByteBuffer zip;

    private ZipDirectory(byte[] zip) {
        this.zip = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** An entry as it is listed. */
    record Listed(String name, int flags, int method, int crc, int packed, int size, int at) {}

    /**
     * All entries, in their order.
     *
     * @throws UnreadableEvidence where the file holds anything but them and their directory
     */
    static List<Listed> of(byte[] zip) {
        try {
            return new ZipDirectory(zip).listed();
        } catch (BufferUnderflowException | IllegalArgumentException beyondTheFile) {
            throw notWhole();
        }
    }

    private List<Listed> listed() {
        int end = zip.limit() - END_BYTES;
        zip.position(end);
        require(zip.getInt() == END);
        // One disk, this one.
        requireZeros(4);
        int entries = zip.getShort();
        require(zip.getShort() == entries);
        int bytes = zip.getInt();
        int from = zip.getInt();
        // No comment.
        requireZeros(2);
        require(from + bytes == end);
        zip.position(from);
        List<Listed> listed = new ArrayList<>();
        for (int entry = 0; entry < entries; entry++) {
            listed.add(next());
        }
        require(zip.position() == end);
        int at = 0;
        for (Listed entry : listed) {
            require(entry.at() == at);
            at = endOf(entry);
        }
        require(at == from);
        return listed;
    }

    private Listed next() {
        require(zip.getInt() == LISTED);
        int made = zip.getShort();
        // Made by a program that knows of no rights and no links.
        require(made >> 8 == 0);
        zip.getShort();
        int flags = zip.getShort();
        int method = zip.getShort();
        // The time.
        zip.getInt();
        int crc = zip.getInt();
        int packed = zip.getInt();
        int size = zip.getInt();
        int name = zip.getShort();
        // No extra fields, no comment, the first disk, no attributes of this kind or that.
        requireZeros(12);
        int at = zip.getInt();
        return new Listed(text(name), flags, method, crc, packed, size, at);
    }

    /**
     * Where an entry ends, with what stands behind it; that and what stands before it say the same.
     */
    private int endOf(Listed entry) {
        ByteBuffer from = zip.duplicate().order(ByteOrder.LITTLE_ENDIAN).position(entry.at());
        require(from.getInt() == ENTRY);
        from.getShort();
        require(from.getShort() == entry.flags() && from.getShort() == entry.method());
        // The time.
        from.getInt();
        boolean saidBehind = (entry.flags() & HAS_DESCRIPTOR) != 0;
        require(
                saidBehind
                        ? says(from, 0, 0, 0)
                        : says(from, entry.crc(), entry.packed(), entry.size()));
        int name = from.getShort();
        require(from.getShort() == 0 && name == entry.name().length());
        byte[] named = new byte[name];
        from.get(named);
        require(new String(named, StandardCharsets.ISO_8859_1).equals(entry.name()));
        require(entry.packed() >= 0 && entry.packed() <= from.remaining());
        from.position(from.position() + entry.packed());
        if (saidBehind) {
            require(from.getInt() == DESCRIPTOR);
            require(says(from, entry.crc(), entry.packed(), entry.size()));
        }
        return from.position();
    }

    private static boolean says(ByteBuffer from, int crc, int packed, int size) {
        return from.getInt() == crc && from.getInt() == packed && from.getInt() == size;
    }

    private String text(int length) {
        byte[] bytes = new byte[Math.max(length, 0)];
        zip.get(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private void requireZeros(int bytes) {
        for (int one = 0; one < bytes; one++) {
            require(zip.get() == 0);
        }
    }

    private static void require(boolean isSo) {
        if (!isSo) {
            throw notWhole();
        }
    }

    private static UnreadableEvidence notWhole() {
        return new UnreadableEvidence(
                "The zip is not as it was given: it is cut off, packed anew, or holds something"
                        + " before, between or behind its parts");
    }
}
