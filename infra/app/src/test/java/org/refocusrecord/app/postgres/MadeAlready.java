package org.refocusrecord.app.postgres;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import org.refocusrecord.app.data.DataFolder;
import org.refocusrecord.app.data.Folders;
import org.refocusrecord.app.data.Passwords;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a first start takes its seconds for: PostgreSQL's programs, and a database with nothing in
 * it. A JVM makes it once, and tests that are about what comes after begin with a copy.
 */
public final class MadeAlready {

    private static final DataFolder MADE = make();

    private MadeAlready() {}

    /** Lays a copy into this data folder, which has no database yet, and answers with it. */
    public static Path in(Path data) {
        try {
            for (Path from : found()) {
                Path to = data.resolve(MADE.path().relativize(from).toString());
                lay(from, to);
            }
            return data;
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    /** Each folder before what is in it. */
    private static List<Path> found() throws IOException {
        try (Stream<Path> all = Files.walk(MADE.path())) {
            return all.toList();
        }
    }

    private static void lay(Path from, Path to) throws IOException {
        if (Files.isDirectory(to)) {
            return;
        }
        if (from.startsWith(MADE.programs()) && Files.isRegularFile(from, NOFOLLOW_LINKS)) {
            // Nothing ever writes there, so the copies can be the same files.
            Files.createLink(to, from);
        } else {
            Files.copy(from, to, NOFOLLOW_LINKS, COPY_ATTRIBUTES, REPLACE_EXISTING);
        }
    }

    private static DataFolder make() {
        try {
            Path folder = Files.createTempDirectory("refocus-made");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            DataFolder made = DataFolder.at(folder);
            made.prepare();
            new Cluster(made, Programs.unpackedIn(made.programs()))
                    .make(new Passwords(made).of(Cluster.SUPERUSER));
            return made;
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private static void remove(Path folder) {
        try {
            Folders.remove(folder);
        } catch (IOException stays) {
            System.err.println(folder + " stays: " + stays);
        }
    }
}
