package org.refocusrecord.app.faults;

import org.refocusrecord.app.RefocusRecord;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./refocus import} in a process of its own: it may be killed, and may be short of memory.
 */
final class ImportProcess implements AutoCloseable {

    private final Process process;

    /** How a call ended. */
    record Ended(int code, String said) {}

    ImportProcess(String url, String token, Path file, String... options) throws IOException {
        List<String> call = new ArrayList<>();
        call.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        call.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        call.addAll(List.of(options));
        call.addAll(List.of("-cp", System.getProperty("java.class.path")));
        call.addAll(List.of(RefocusRecord.class.getName(), "import", file.toString()));
        call.addAll(List.of("--url", url, "--token", token));
        process =
                new ProcessBuilder(call)
                        .redirectError(file.resolveSibling("import.err").toFile())
                        .start();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends it as the operating system does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end. */
    Ended ended() throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
