package org.refocusrecord.query.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Whoever unpacks evidence goes by the directory at its end; what is checked is read from its
 * beginning. So only a zip in which both are the same is evidence.
 */
class ReadingAZipTest {

    private static final int END = 22;

    @Test
    void what_was_given_is_read() throws IOException {
        EvidenceFile evidence = EvidenceFile.read(zip("a plan"), 1_000);

        assertThat(evidence.text(Part.PLAN)).isEqualTo("a plan");
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
