package org.refocusrecord.app.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.app.RefocusRecord;
import org.refocusrecord.app.cli.MovingLine;
import org.refocusrecord.app.data.Hindrance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Whoever breaks an import off, or sees it fail, is told what was answered, on a line of its own.
 */
@Timeout(120)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndingBeforeTheEndTest {

    private static final String OUTCOMES =
            """
            {"outcome": "RECORDED"}
            {"outcome": "REFUSED", "problem": {"code": "json.not-readable"}}
            """;

    @TempDir private Path folder;
    @AutoClose private final OtherServer server = new OtherServer();

    EndingBeforeTheEndTest() throws IOException {}

    @Test
    void what_is_told_after_ctrl_c_is_what_was_answered() throws Exception {
        Path file = Files.writeString(folder.resolve("history.ndjson"), "{}\n{}\n{}\n");
        Path refused = folder.resolve("history.ndjson.refused.ndjson");
        CountDownLatch ended = new CountDownLatch(1);
        server.saysInTwo(OUTCOMES, ended::await, "");
        Process importing = importing(file);
        try {
            assertThat(Written.within(Duration.ofMinutes(1), refused)).isTrue();
            // As Ctrl-C does; but a build that runs in the background may have that ignored.
            importing.toHandle().destroy();

            assertThat(
                            new String(
                                    importing.getInputStream().readAllBytes(),
                                    StandardCharsets.UTF_8))
                    .contains("recorded 1, repeated 0, refused 1", "json.not-readable 1");
        } finally {
            ended.countDown();
            importing.destroyForcibly().waitFor();
        }
        assertThat(Files.readAllLines(refused)).hasSize(1);
    }

    private Process importing(Path file) throws IOException {
        List<String> call =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RefocusRecord.class.getName(),
                        "import",
                        file.toString(),
                        "--url",
                        server.url(),
                        "--token",
                        "any");
        return new ProcessBuilder(call).redirectError(folder.resolve("said").toFile()).start();
    }

    @Test
    void where_an_import_fails_the_line_of_its_bar_is_ended() throws IOException {
        server.says(200, OUTCOMES).says(401, "");
        Path file = Files.writeString(folder.resolve("history.ndjson"), "{}\n{}\n" + tooLong());
        ByteArrayOutputStream bar = new ByteArrayOutputStream();

        try (ImportReport report = new ImportReport(size -> bar(bar, size));
                ImportClient client = new ImportClient(server.url(), "any");
                RefusedFiles refused = new RefusedFiles(null)) {
            ImportSource source = new ImportSource(file);
            refused.prepare(List.of(source));
            assertThatThrownBy(
                            () -> new ImportFile(source, client, refused.of(source), report).run())
                    .isInstanceOf(Hindrance.class);
        }

        assertThat(bar.toString(StandardCharsets.UTF_8)).contains("3 lines").endsWith("\n");
    }

    /** A line that is not sent, and ends a part; what follows is sent in the next one. */
    private static String tooLong() {
        return "x".repeat(3 << 20) + "\n{}\n";
    }

    @Test
    void the_line_of_the_bar_is_ended_before_anything_is_told_and_not_drawn_again() {
        ByteArrayOutputStream bar = new ByteArrayOutputStream();
        ImportReport report = new ImportReport(size -> bar(bar, size));
        ImportProgress progress = report.progress(10);
        progress.reached(5, report.tally());

        report.close();
        progress.reached(6, report.tally());
        progress.ended(report.tally());
        progress.close();

        assertThat(bar.toString(StandardCharsets.UTF_8))
                .contains("50 %")
                .containsOnlyOnce("\n")
                .endsWith("\n");
    }

    private static ImportProgress bar(ByteArrayOutputStream out, long size) {
        PrintStream shown = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new ImportProgress(new MovingLine(shown, true), size);
    }
}
