package org.refocusrecord.app.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What lies in a folder, to the byte. */
record FolderState(Map<String, String> digests) {

    static FolderState of(Path folder) throws IOException {
        return without(Set.of(), folder);
    }

    /** But for what lies in these folders directly below it. */
    static FolderState without(Set<String> left, Path folder) throws IOException {
        Map<String, String> digests = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            found.filter(Files::isRegularFile)
                    .filter(file -> !left.contains(folder.relativize(file).getName(0).toString()))
                    .forEach(file -> digests.put(folder.relativize(file).toString(), digest(file)));
        }
        return new FolderState(digests);
    }

    private static String digest(Path file) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(Files.readAllBytes(file)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
