package org.refocusrecord.query.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Whoever unpacks evidence goes by the directory at its end; what is checked is read from its
 * beginning. So only a zip in which both are the same is evidence.
 */
class ReadingAZipTest {

    private static final int END = 22;
    private static final int HAS_DESCRIPTOR = 1 << 3;

    @TempDir Path folder;

    @Test
    void what_was_given_is_read() throws IOException {
        EvidenceFile evidence = EvidenceFile.read(zip("a plan"), 1_000);

        assertThat(evidence.text(Part.PLAN)).isEqualTo("a plan");
    }

    /** Before each part, or behind it: both are zips. */
    @ParameterizedTest
    @ValueSource(ints = {0, Integer.MAX_VALUE, Integer.MIN_VALUE, -1})
    void no_size_and_no_place_can_be_another(int value) throws IOException {
        for (byte[] zip : List.of(zip("a plan"), saidBefore("a plan"))) {
            assertThat(EvidenceFile.read(zip, 1_000).text(Part.PLAN)).isEqualTo("a plan");
            for (int at : sizesAndPlaces(zip)) {
                byte[] altered = zip.clone();
                ByteBuffer.wrap(altered).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value);
                Path file = Files.write(folder.resolve("altered.zip"), altered);
                if (!Arrays.equals(altered, zip)) {
                    assertThatThrownBy(() -> EvidenceFile.read(file))
                            .as("byte " + at)
                            .isInstanceOf(UnreadableEvidence.class);
                }
            }
        }
    }

    /** Those of the directory, and of each part: as listed, before it, and behind it. */
    private static List<Integer> sizesAndPlaces(byte[] zip) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END;
        List<Integer> found = new ArrayList<>(List.of(end + 12, end + 16));
        for (int at = directory(zip); at < end; at += 46 + bytes.getShort(at + 28)) {
            int part = bytes.getInt(at + 42);
            found.addAll(List.of(at + 20, at + 24, at + 42, part + 18, part + 22));
            if ((bytes.getShort(at + 8) & HAS_DESCRIPTOR) != 0) {
                int behind = part + 30 + bytes.getShort(part + 26) + bytes.getInt(at + 20);
                found.addAll(List.of(behind + 8, behind + 12));
            }
        }
        return found;
    }

    private static byte[] saidBefore(String plan) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.STORED);
            for (Part part : Part.values()) {
                byte[] content = (part == Part.PLAN ? plan : "").getBytes(ISO_8859_1);
                CRC32 crc = new CRC32();
                crc.update(content);
                ZipEntry entry = new ZipEntry(part.file());
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
                zip.putNextEntry(entry);
                zip.write(content);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void another_zip_behind_it_is_told() throws IOException {
        refused(joined(zip("a plan"), zip("another plan")));
    }

    @Test
    void another_zip_behind_it_whose_directory_counts_from_the_beginning_is_told()
            throws IOException {
        byte[] shown = zip("another plan");
        byte[] checked = zip("a plan");
        byte[] both = joined(checked, shown);
        ByteBuffer bytes = ByteBuffer.wrap(both).order(ByteOrder.LITTLE_ENDIAN);
        int end = both.length - END;
        int directory = bytes.getInt(end + 16) + checked.length;
        bytes.putInt(end + 16, directory);
        for (int at = directory; at < end; at += 46 + bytes.getShort(at + 28)) {
            bytes.putInt(at + 42, bytes.getInt(at + 42) + checked.length);
        }

        refused(both);
    }

    @Test
    void something_before_between_or_behind_its_parts_is_told() throws IOException {
        byte[] zip = zip("a plan");
        int directory = directory(zip);

        refused(joined(new byte[40], zip));
        refused(joined(zip, new byte[40]));
        refused(
                joined(
                        joined(Arrays.copyOf(zip, directory), new byte[40]),
                        Arrays.copyOfRange(zip, directory, zip.length)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 21, 22, 23, 40, 200})
    void a_zip_that_is_cut_off_is_told(int bytes) throws IOException {
        byte[] zip = zip("a plan");

        refused(Arrays.copyOf(zip, zip.length - bytes));
    }

    @Test
    void a_zip_without_a_directory_is_told() throws IOException {
        byte[] zip = zip("a plan");

        refused(Arrays.copyOf(zip, directory(zip)));
        refused(new byte[0]);
    }

    /** But the time of an entry, and which program is needed, which change nothing that is seen. */
    @Test
    void no_byte_of_its_directory_can_be_another() throws IOException {
        byte[] zip = zip("a plan");
        for (int at = directory(zip); at < zip.length; at++) {
            byte[] altered = zip.clone();
            altered[at] ^= 0x10;
            if (!isTimeOrVersion(zip, at)) {
                assertThatThrownBy(() -> EvidenceFile.read(altered, 1_000))
                        .as("byte " + at)
                        .isInstanceOf(UnreadableEvidence.class);
            }
        }
    }

    private static boolean isTimeOrVersion(byte[] zip, int wanted) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int at = directory(zip);
        while (at < zip.length - END) {
            int into = wanted - at;
            int length = 46 + bytes.getShort(at + 28);
            if (into < length) {
                return into == 4 || into == 6 || into == 7 || (into >= 12 && into < 16);
            }
            at += length;
        }
        return false;
    }

    private static int directory(byte[] zip) {
        return ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(zip.length - END + 16);
    }

    private static void refused(byte[] zip) {
        assertThatThrownBy(() -> EvidenceFile.read(zip, 1_000))
                .isInstanceOf(UnreadableEvidence.class)
                .hasMessageContaining("is not as it was given");
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] zip(String plan) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (EvidenceZip zip = new EvidenceZip(bytes)) {
            for (Part part : Part.values()) {
                byte[] content = (part == Part.PLAN ? plan : "").getBytes(ISO_8859_1);
                zip.part(part, out -> out.write(content));
            }
        }
        return bytes.toByteArray();
    }
}
