import com.google.googlejavaformat.java.Main;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Checks or applies the code style of every Java file below the given folders, in one JVM. */
class Format {
    private static final List<String> CHECK =
            List.of("--aosp", "--dry-run", "--set-exit-if-changed");
    private static final List<String> APPLY = List.of("--aosp", "--replace");

    public static void main(String[] args) throws Exception {
        boolean apply = args[0].equals("apply");
        Stream<String> files = List.of(args).stream().skip(1).map(Path::of).flatMap(Format::javaIn);
        String[] call =
                Stream.concat((apply ? APPLY : CHECK).stream(), files).toArray(String[]::new);
        PrintWriter out = new PrintWriter(System.out, true);
        int exit = new Main(out, new PrintWriter(System.err, true), System.in).format(call);
        if (exit != 0) {
            System.err.println("Files named above are not in the code style; this formats them:");
            System.err.println("mvn -N verify -Dformat=apply");
        }
        System.exit(exit);
    }

    private static Stream<String> javaIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Stream.of();
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths
                    .map(Path::toString)
                    .filter(path -> path.endsWith(".java"))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
