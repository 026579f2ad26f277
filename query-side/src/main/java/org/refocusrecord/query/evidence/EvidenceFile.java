package org.refocusrecord.query.evidence;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A zip that says it is evidence. It may come from anybody, and by a pipe: nothing is unpacked to
 * the disk, no name is a path, no part comes twice, and there is an end to how much of it is read
 * and to how large it may become.
 */
final class EvidenceFile {

    /** The zip, and all parts together, unpacked. */
    static final int MOST = 512 << 20;

    private static final int CHUNK = 1 << 16;

    private final Map<Part, byte[]> parts = new EnumMap<>(Part.class);
    private int left;

    private EvidenceFile(int most) {
        this.left = most;
    }

    static EvidenceFile read(Path file) {
        return read(file, MOST);
    }

    static EvidenceFile read(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) > most) {
                throw tooLarge(file);
            }
            // A pipe has no size: one byte more than may come tells that too much does.
            byte[] zip = in.readNBytes(most + 1);
            if (zip.length > most) {
                throw tooLarge(file);
            }
            return read(zip, most);
        } catch (IOException unreadable) {
            throw new UnreadableEvidence(file + " cannot be read, or is no zip");
        }
    }

    private static UnreadableEvidence tooLarge(Path file) {
        return new UnreadableEvidence(file + " is larger than any evidence");
    }

    /** What is read from the beginning must be what whoever goes by the directory unpacks. */
    static EvidenceFile read(byte[] file, int most) throws IOException {
        List<ZipDirectory.Listed> listed = ZipDirectory.of(file);
        EvidenceFile evidence = new EvidenceFile(most);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipDirectory.Listed next : listed) {
                evidence.read(zip, zip.getNextEntry(), next);
            }
        } catch (IllegalArgumentException oddName) {
            throw new UnreadableEvidence("The zip holds names that are none");
        }
        for (Part part : Part.values()) {
            if (!evidence.parts.containsKey(part)) {
                throw new UnreadableEvidence("The zip does not hold " + part.file());
            }
        }
        return evidence;
    }

    private void read(ZipInputStream zip, @Nullable ZipEntry entry, ZipDirectory.Listed listed)
            throws IOException {
        Part part = entry == null ? null : Part.named(entry.getName());
        if (entry == null || part == null) {
            throw new UnreadableEvidence("The zip holds what is no part of evidence");
        }
        if (parts.put(part, unpacked(zip)) != null) {
            throw new UnreadableEvidence("The zip holds " + part.file() + " twice");
        }
        if (!entry.getName().equals(listed.name())
                || (int) entry.getCrc() != listed.crc()
                || entry.getCompressedSize() != listed.packed()
                || entry.getSize() != listed.size()) {
            throw new UnreadableEvidence(
                    "The zip lists another %s than it holds".formatted(part.file()));
        }
    }

    private byte[] unpacked(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            left -= read;
            if (left < 0) {
                throw new UnreadableEvidence("The zip becomes larger than any evidence");
            }
            out.write(chunk, 0, read);
        }
        return out.toByteArray();
    }

    byte[] part(Part part) {
        return Arrays.copyOf(bytes(part), bytes(part).length);
    }

    private byte[] bytes(Part part) {
        byte[] bytes = parts.get(part);
        return bytes == null ? new byte[0] : bytes;
    }

    String text(Part part) {
        return text(bytes(part), part.file());
    }

    static String text(byte[] bytes, String where) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException notUtf8) {
            throw new UnreadableEvidence(where + " is no UTF-8");
        }
    }

    /** The lines of a part; each ends with a line feed. */
    List<byte[]> lines(Part part) {
        byte[] all = bytes(part);
        if (all.length > 0 && all[all.length - 1] != '\n') {
            throw new UnreadableEvidence(part.file() + " is cut off");
        }
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < all.length; at++) {
            if (all[at] == '\n') {
                lines.add(Arrays.copyOfRange(all, from, at));
                from = at + 1;
            }
        }
        return lines;
    }
}
