package org.refocusrecord.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The whole bench at the size of a toy: that it runs and says what it says, not how fast. */
class MeasuringTest {

    @TempDir private Path folder;

    @Test
    void every_contestant_is_measured_and_every_promise_is_set_beside_it() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

        int exit =
                new CommandLine(new Bench(out, nowhere))
                        .execute(
                                "--only="
                                        + String.join(",", Names.BY_ITSELF)
                                        + ","
                                        + String.join(",", Names.BY_KAFKA),
                                "--data=" + folder.resolve("data"),
                                "--events=500",
                                "--rounds=1",
                                "--warm-ups=0",
                                "--warm-up-seconds=0",
                                "--operations=40",
                                "--seconds=1",
                                "--callers=1,32",
                                "--long-case=1000",
                                "--lags=4",
                                "--steady=20");

        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(text).isZero();
        assertThat(text)
                .contains("fsync=on", "synchronous_commit=on", "full_page_writes=on")
                .contains(Names.RAW, Names.RAW_COMMIT, Names.COPY_IN, Names.COPY_OUT)
                .contains(Names.JDBC, Names.JDBC_CACHE, Names.JPA, Names.POOLED, Names.KEYSET)
                .contains(Names.BUS, Names.HTTP, Names.FOLD)
                .contains(Names.PLAIN, Names.KAFKA, Names.BARE, Names.BACKFILL)
                .containsPattern("read again from its first record: 11 repeats, ")
                .containsPattern("record in to event out, 4 sessions, 20 a second: p50 ")
                .contains(Names.BEGINNING, Names.SNAPSHOT, Names.SHORT, Names.LONG)
                .containsPattern("ours, same node +p50 ")
                .containsPattern("ours, other node +p50 ")
                .containsPattern("stock tracking, same node +p50 ")
                .containsPattern("stock pooled, other node +p50 ")
                .contains("bytes of payload");
        for (Threshold promised : Threshold.ALL) {
            if (!promised.bout().equals(Names.IMPORT)) {
                assertThat(text).contains(promised.ours() + " / " + promised.other());
            }
        }
    }

    @Test
    void a_size_that_is_never_stored_cannot_be_followed() {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        StringWriter said = new StringWriter();

        int exit =
                new CommandLine(new Bench(nowhere, nowhere))
                        .setErr(new PrintWriter(said, true))
                        .execute("--events=500", "--follow=5000");

        assertThat(exit).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(said.toString()).contains("--follow has a size that --events lacks");
    }

    @Test
    void a_promise_is_judged_by_the_rounds_side_by_side_and_growth_by_the_medians() {
        Results results = new Results();
        for (long stored : List.of(100L, 10_000L)) {
            results.add(
                    new Results.Key(stored, "stand", Names.SESSIONS, 32, Names.RAW),
                    new Spread(List.of(1_000.0, 500.0, 2_000.0)));
            results.add(
                    new Results.Key(stored, "stand", Names.SESSIONS, 32, Names.BUS),
                    new Spread(List.of(450.0, 225.0, stored == 100L ? 900.0 : 200.0)));
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        new Report(results, Ids.V7, new PrintStream(said, true, StandardCharsets.UTF_8))
                .print(List.of(100L, 10_000L), List.of("stand"));

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("got 0.45 (0.45–0.45)       reached")
                .contains("got 0.45 (0.10–0.45)       reached")
                .containsPattern("command bus / the same at 100 .* got 0.50 .* NOT REACHED")
                .containsPattern("autocommit / the same at 100 +got 1.00 +\\R");
    }
}
