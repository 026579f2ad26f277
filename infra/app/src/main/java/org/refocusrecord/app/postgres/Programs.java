package org.refocusrecord.app.postgres;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.LinuxUtils;

import org.refocusrecord.app.data.Folders;
import org.refocusrecord.app.data.Hindrance;
import org.refocusrecord.app.data.OwnerOnly;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL's programs, unpacked from what Maven brings into a folder of our own: a folder for
 * temporary files is emptied by others, and others may put their programs there.
 */
public final class Programs {

    private static final String ASIDE = "unpacking";
    private static final int NAME_LENGTH = 16;

    private final Path folder;

    private Programs(Path folder) {
        this.folder = folder;
    }

    /** What a program did. */
    record Outcome(int exit, String said) {
        boolean isDone() {
            return exit == 0;
        }
    }

    /** The programs below this folder, unpacked if need be. */
    public static Programs unpackedIn(Path programs) {
        try {
            byte[] archive = archive();
            Path folder = programs.resolve("postgresql-" + name(archive));
            if (Files.notExists(folder)) {
                unpack(archive, programs, folder);
            }
            return new Programs(folder);
        } catch (IOException failed) {
            throw new Hindrance(
                    "PostgreSQL could not be unpacked into %s (%s)."
                            .formatted(programs, failed.getMessage()),
                    failed);
        }
    }

    private static void unpack(byte[] archive, Path programs, Path folder) throws IOException {
        OwnerOnly.folder(programs);
        Folders.clear(programs, ASIDE);
        Path aside = Files.createTempDirectory(programs, ASIDE);
        try {
            Archive.unpack(archive, aside);
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Folders.remove(aside);
        }
    }

    private static byte[] archive() throws IOException {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String name =
                system.startsWith("mac")
                        ? "Darwin"
                        : system.startsWith("win") ? "Windows" : "Linux";
        try (InputStream found =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                        name, System.getProperty("os.arch", ""))) {
            if (found == null) {
                throw new IOException("this build brings no PostgreSQL for this machine");
            }
            return found.readAllBytes();
        }
    }

    private static String name(byte[] archive) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive);
            return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every JDK knows SHA-256", never);
        }
    }

    /** Runs one of them to its end. */
    Outcome run(Duration most, String program, List<String> arguments) {
        List<String> call = new ArrayList<>(asAnybodyButRoot());
        call.add(folder.resolve("bin").resolve(program).toString());
        call.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(call).redirectErrorStream(true);
        // Messages in English, and no setting of whoever calls: they are read, and shown, here.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        try {
            return outcome(builder.start(), most);
        } catch (IOException notStarted) {
            throw new Hindrance(
                    "PostgreSQL's %s cannot be run (%s)."
                            .formatted(program, notStarted.getMessage()),
                    notStarted);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Hindrance(
                    "Interrupted while PostgreSQL's %s ran.".formatted(program), interrupted);
        }
    }

    private static Outcome outcome(Process process, Duration most)
            throws IOException, InterruptedException {
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroy();
            throw new IOException("it did not come to an end");
        }
        return new Outcome(process.exitValue(), said.strip());
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it is nobody. */
    private static List<String> asAnybodyButRoot() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return List.of();
        }
        if (!LinuxUtils.isUnshareAvailable()) {
            throw new Hindrance(
                    "PostgreSQL does not run as root, and this machine allows no user namespace"
                            + " (unshare -U). Start as another user, or name a database in"
                            + " DATABASE_URL.");
        }
        return List.of("unshare", "-U");
    }
}
