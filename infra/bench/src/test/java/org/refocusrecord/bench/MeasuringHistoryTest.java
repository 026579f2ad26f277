package org.refocusrecord.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What is read of history at the size of a toy: that it agrees and says what it says. */
class MeasuringHistoryTest {

    private static final Instant MONDAY = Instant.parse("2011-03-14T10:00:00Z");

    @Test
    void plans_audits_and_views_are_measured_and_plans_are_those_of_the_temporal_table() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

        int exit =
                new CommandLine(new Bench(out, nowhere))
                        .execute(
                                "--only=" + String.join(",", Names.OF_HISTORY),
                                "--events=3000",
                                "--people=5",
                                "--long-plan=160",
                                "--rounds=1",
                                "--warm-ups=0",
                                "--warm-up-seconds=0",
                                "--operations=5",
                                "--seconds=0.2",
                                "--steady=20");

        String text = said.toString(StandardCharsets.UTF_8);
        assertThat(exit).as(text).isZero();
        assertThat(text)
                .contains("every plan that was compared is the same in the temporal table")
                .containsPattern("a case of 50 events, latest, one again +ours, HTTP +p50 ")
                .containsPattern("a case of 160 events, as of that day, as known once, all in turn")
                .contains(Names.HTTP, Names.FOLDED, Names.BY_CASE, Names.BY_TIME, Names.ROWS)
                .contains(Names.AUDIT_ROWS, Names.ACTIONS, Names.TABLE)
                .containsPattern("the first 100 goals +of a worker with few +p50 ")
                .contains(Names.COPY_OUT, Names.PAGES, Names.ALL_VIEWS, Names.REBUILT)
                .containsPattern("view goal-people: \\d+ rows at position ")
                .containsPattern("sessions posted without a rebuild +[0-9.]+ .* a second, p50 ")
                .containsPattern("sessions posted during a rebuild +[0-9.]+ .* a second, p50 ")
                .containsPattern("all views rebuilt, events a second: \\d")
                .containsPattern("sessions posted without exports +[0-9.]+ .* a second, p50 ")
                .containsPattern("a plan read beside exports +[0-9.]+ .* a second, p50 ")
                .containsPattern("a page of goals beside exports +[0-9.]+ .* a second, p50 ")
                .containsPattern("who export: \\d.*; 0 exports broken off, \\d+ refused");
    }

    @Test
    void a_temporal_table_is_told_later_what_was_before() {
        TemporalCase plan = new TemporalCase();
        Told.Said planned = said(Told.Kind.STEP, "Ring Sam", "PLANNED");
        Told.Said done =
                new Told.Said(id(), planned.item(), planned.kind(), null, null, "DONE", null);
        Told.Said begun =
                new Told.Said(id(), planned.item(), planned.kind(), null, null, "STARTED", null);
        Told first = met(0, planned);

        plan.after(first, MONDAY.plusSeconds(1));
        plan.after(met(20, done), MONDAY.plusSeconds(2));
        plan.after(met(10, begun), MONDAY.plusSeconds(3));

        assertThat(statuses(plan, row -> row.knownTo() == null))
                .containsExactly("PLANNED 0–10", "STARTED 10–20", "DONE 20–");
        assertThat(statuses(plan, row -> row.knownTo() != null))
                .containsExactly("PLANNED 0–", "PLANNED 0–20");
    }

    private static List<String> statuses(TemporalCase plan, Predicate<TemporalCase.Row> which) {
        return plan.rows().stream()
                .filter(which)
                .map(TemporalCase.Row::stretch)
                .map(stretch ->
                        "%s %d–%s"
                                .formatted(
                                        stretch.status(),
                                        ChronoUnit.DAYS.between(MONDAY, stretch.from()),
                                        stretch.to() == null
                                                ? ""
                                                : ChronoUnit.DAYS.between(MONDAY, stretch.to())))
                .sorted(Comparator.comparing(text -> text.replaceAll("\\D+", " ")))
                .toList();
    }

    private static Told met(int days, Told.Said said) {
        UUID session = id();
        Instant at = MONDAY.plus(days, ChronoUnit.DAYS);
        return new Told("session", session, Map.of(), 2, new Told.Met(session, at, List.of(said)));
    }

    private static Told.Said said(Told.Kind kind, String text, String status) {
        return new Told.Said(id(), id(), kind, null, text, status, "STAFF");
    }

    private static UUID id() {
        return UUID.randomUUID();
    }
}
