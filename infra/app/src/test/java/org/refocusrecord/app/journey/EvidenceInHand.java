package org.refocusrecord.app.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.query.evidence.EvidenceCheck;
import org.refocusrecord.query.evidence.UnreadableEvidence;
import org.refocusrecord.query.evidence.Verdict;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Evidence that somebody has got, and may have changed. */
record EvidenceInHand(Map<String, byte[]> parts) {

    static EvidenceInHand of(byte[] zip) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
            return new EvidenceInHand(parts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] bytes(String part) {
        return Objects.requireNonNull(parts.get(part), part);
    }

    String text(String part) {
        return new String(bytes(part), StandardCharsets.UTF_8);
    }

    List<String> lines(String part) {
        return text(part).lines().toList();
    }

    EvidenceInHand with(String part, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(part, content);
        return new EvidenceInHand(changed);
    }

    EvidenceInHand with(String part, String content) {
        return with(part, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Each event with its proof, changed as a list. */
    EvidenceInHand withRows(UnaryOperator<List<String>> change) {
        return withLines("events.ndjson", change).withLines("proofs.ndjson", change);
    }

    EvidenceInHand withLines(String part, UnaryOperator<List<String>> change) {
        List<String> lines = change.apply(new ArrayList<>(lines(part)));
        return with(part, String.join("\n", lines) + "\n");
    }

    /** One bit of a part changed. */
    EvidenceInHand flipped(String part, int at, int bit) {
        byte[] changed = bytes(part).clone();
        changed[at] ^= (byte) (1 << bit);
        return with(part, changed);
    }

    byte[] zip() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Path in(Path folder) {
        try {
            return Files.write(folder.resolve("evidence.zip"), zip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Verdict verdict(Path folder) {
        return EvidenceCheck.of(in(folder), text("public-key.txt"), null);
    }

    /** Whether the program takes it. Many may ask at once. */
    boolean isSound(Path folder) {
        return isSound(folder, text("public-key.txt"));
    }

    /**
     * The same.
     *
     * @param key got by another way; null: that of the evidence is believed
     */
    boolean isSound(Path folder, @Nullable String key) {
        try {
            Path file = Files.createTempFile(folder, "evidence", ".zip");
            try {
                Files.write(file, zip());
                return EvidenceCheck.of(file, key, null).isSound();
            } catch (UnreadableEvidence unreadable) {
                return false;
            } finally {
                Files.delete(file);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** How the command line ends. */
    static int verify(Path file, String... more) {
        List<String> arguments = new ArrayList<>(List.of("verify", file.toString()));
        arguments.addAll(List.of(more));
        return RefocusRecord.commandLine().execute(arguments.toArray(String[]::new));
    }

    /** Fails unless the verdict names all this. */
    void isFound(Path folder, String... named) {
        assertThat(String.join("\n", verdict(folder).findings())).contains(named);
        assertThat(verify(in(folder))).isEqualTo(1);
        assertThat(SecondVerifier.firstFault(parts, text("public-key.txt"))).isPresent();
    }

    /** Fails unless the program names this, with that key. */
    void isFoundByTheProgram(Path folder, @Nullable String key, String named) {
        assertThat(EvidenceCheck.of(in(folder), key, null).findings())
                .anyMatch(finding -> finding.contains(named));
    }
}
