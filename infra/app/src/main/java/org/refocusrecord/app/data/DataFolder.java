package org.refocusrecord.app.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The folder that holds all that a server keeps: the database, the broker's topics, the keys
 * without which its words cannot be read, the ports that were chosen, the logs. Copy it while the
 * server is down, and everything is copied.
 */
public final class DataFolder {

    /** What this program can live with. A later one raises it when an older must not touch it. */
    static final int FORMAT = 1;

    private static final Pattern FORMAT_LINE =
            Pattern.compile("refocus-record-data (\\d{1,9})\\s*");
    private static final Set<String> MADE_BEFORE_THE_FORMAT = Set.of("keys", "log", "lock");

    private final Path path;

    private DataFolder(Path path) {
        this.path = path;
    }

    /** Looks at a folder and touches nothing; throws where it is not ours or of a later version. */
    public static DataFolder at(Path path) {
        try {
            DataFolder folder = new DataFolder(real(path.toAbsolutePath().normalize()));
            folder.requireOurs();
            return folder;
        } catch (IOException unreadable) {
            throw new Hindrance(
                    "The data folder %s cannot be read (%s).".formatted(path, unreadable),
                    unreadable);
        }
    }

    /** One folder has one name, by whatever links somebody came to it. */
    private static Path real(Path path) throws IOException {
        Path parent = path.getParent();
        Path name = path.getFileName();
        if (Files.exists(path) || parent == null || name == null) {
            return path.toRealPath();
        }
        return real(parent).resolve(name);
    }

    /** The same, and throws where no server was ever started on it. */
    public static DataFolder existing(Path path) {
        DataFolder folder = at(path);
        if (!folder.exists()) {
            throw new Hindrance(
                    "There is no data in %s. Start a server there first (%s up --data %s), or name another folder with --data."
                            .formatted(
                                    folder.path, Launcher.asCalled(), ShellWord.of(folder.path)));
        }
        return folder;
    }

    /** Whether a server was ever started on it. */
    public boolean exists() {
        return Files.exists(formatFile());
    }

    /** Makes what is missing. The format comes last: what has none yet is finished another time. */
    public void prepare() {
        try {
            OwnerOnly.folder(path);
            OwnerOnly.folder(keys());
            OwnerOnly.folder(log());
            if (!exists()) {
                OwnerOnly.write(formatFile(), "refocus-record-data " + FORMAT + "\n");
            }
        } catch (IOException notWritable) {
            throw new Hindrance(
                    "The data folder %s cannot be made or written to (%s). Name another with --data."
                            .formatted(path, notWritable),
                    notWritable);
        }
    }

    private void requireOurs() throws IOException {
        if (Files.notExists(path)) {
            return;
        }
        if (!Files.isDirectory(path)) {
            throw new Hindrance("%s is no folder. Name another with --data.".formatted(path));
        }
        if (exists()) {
            requireKnown(Files.readString(formatFile()));
        } else if (!isEmptyButForOurs()) {
            throw new Hindrance(
                    "%s holds other things than a record, so it is left alone. Name an empty or a new folder with --data."
                            .formatted(path));
        }
    }

    private void requireKnown(String line) {
        Matcher format = FORMAT_LINE.matcher(line);
        if (!format.matches()) {
            throw new Hindrance(
                    "%s does not say what format the data has: put the file back from its backup."
                            .formatted(formatFile()));
        }
        if (Integer.parseInt(format.group(1)) > FORMAT) {
            throw new Hindrance(
                    "The data in %s has format %s and this program knows formats up to %d. Nothing was touched: start the version that made it, or a later one."
                            .formatted(path, format.group(1), FORMAT));
        }
    }

    private boolean isEmptyButForOurs() throws IOException {
        try (Stream<Path> found = Files.list(path)) {
            List<String> names = found.map(each -> each.getFileName().toString()).toList();
            return MADE_BEFORE_THE_FORMAT.containsAll(
                    names.stream().filter(name -> !name.startsWith("format.")).toList());
        }
    }

    /** Where it is. */
    public Path path() {
        return path;
    }

    /** PostgreSQL's own data. */
    public Path database() {
        return path.resolve("database");
    }

    /** The topics of a broker of its own. */
    public Path broker() {
        return path.resolve("broker");
    }

    /** PostgreSQL's programs, unpacked. */
    public Path programs() {
        return path.resolve("programs");
    }

    /** Keys and passwords. */
    public Path keys() {
        return path.resolve("keys");
    }

    /** The key that all others hang on; without it no word can be read. */
    public Path masterKey() {
        return keys().resolve("master.key");
    }

    /** The key that signs what the log says of itself. */
    public Path sealKey() {
        return keys().resolve("seal.key");
    }

    /** What the server, the database and the broker had to say. */
    public Path log() {
        return path.resolve("log");
    }

    /** What a broker's own code had to say. */
    public Path brokerLog() {
        return log().resolve("broker.log");
    }

    /** What a server in the background had to say. */
    public Path serverLog() {
        return log().resolve("server.log");
    }

    private Path formatFile() {
        return path.resolve("format");
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
