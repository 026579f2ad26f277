package org.refocusrecord.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.refocusrecord.command.example.Goals.goalSet;
import static org.refocusrecord.command.example.Goals.stepPlanned;
import static org.refocusrecord.command.example.Meeting.session;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.command.casefile.CaseState;
import org.refocusrecord.command.door.StateDoor;
import org.refocusrecord.command.example.Cast;
import org.refocusrecord.command.example.Facts;
import org.refocusrecord.command.snapshot.StateForm;
import org.refocusrecord.eventlog.json.PayloadUnreadable;
import org.refocusrecord.eventlog.json.Upcasters;
import org.refocusrecord.events.EventId;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A snapshot is a cache: what the log does not confirm is thrown away, and the log is read. */
class DoubtingSnapshotsTest {

    private static final long SEED = 20_121;
    private static final String STREAM = "case/" + Cast.CASE;
    private static final StateForm<CaseState> FORM =
            StateDoor.caseForm(Cast.LONDON, Upcasters.NONE);

    @TempDir private Path keys;
    private CaseOnNodes nodes;
    private Node here;

    @BeforeEach
    void a_node_knows_a_case() {
        nodes = new CaseOnNodes(keys);
        here = nodes.node(10_000);
        here.records(Facts.told(Facts.opened()));
        here.records(session("first", goalSet("known")));
    }

    @AfterEach
    void the_nodes_end() {
        nodes.close();
    }

    @Test
    void a_damaged_one_is_taken_away_and_the_log_is_read() {
        nodes.longCase(here);
        CaseState folded = here.atHead();
        nodes.run(
                nodes.database().superuser(),
                "create table kept as table refocus_snapshots.snapshot;"
                        + "grant select on kept to refocus_appender");
        int length =
                Integer.parseInt(
                        nodes.asked("select octet_length(state) from refocus_snapshots.snapshot"));
        List<String> damages = new ArrayList<>();
        new Random(SEED)
                .ints(24, 0, length)
                .forEach(at -> damages.add("state = " + flipped("state", at)));
        IntStream.of(0, 31).forEach(at -> damages.add("mac = " + flipped("mac", at)));
        IntStream.of(0, 31).forEach(at -> damages.add("form = " + flipped("form", at)));
        damages.addAll(
                List.of(
                        "sequence = 214",
                        "sequence = 0",
                        "sequence = 100000",
                        "state = ''",
                        "state = substr(state, 1, 1000)",
                        "state = state || '\\x00'"));
        for (String damage : damages) {
            nodes.run(
                    nodes.database().superuser(),
                    "update refocus_snapshots.snapshot set " + damage);

            StateDoor afresh =
                    new StateDoor(here.log, Cast.LONDON, 1, Upcasters.NONE, Runnable::run);
            assertThat(afresh.cases().atHead(STREAM)).as(damage).isEqualTo(folded);

            assertThat(
                            nodes.asked(
                                    "select count(*) from refocus_snapshots.snapshot s, kept k"
                                        + " where s.sequence = 215 and s.form = k.form and s.mac ="
                                        + " k.mac and s.state = k.state"))
                    .as("after " + damage)
                    .isEqualTo("1");
        }
    }

    private static String flipped(String column, int at) {
        return "set_byte(%1$s, %2$d, get_byte(%1$s, %2$d) # 1)".formatted(column, at);
    }

    @Test
    void one_of_another_case_is_not_believed() {
        nodes.longCase(here);
        CaseState folded = here.atHead();
        nodes.run(
                nodes.database().superuser(),
                "update refocus_snapshots.snapshot set stream = 'case/" + Cast.id("other") + "'");

        assertThat(nodes.node(10_000).atHead()).isEqualTo(folded);
    }

    @Test
    void one_whose_last_event_is_another_in_the_log_is_not_believed() {
        nodes.longCase(here);
        nodes.tampered(
                "update refocus_log.event set leaf_hash = set_byte(leaf_hash, 0, 1 #"
                        + " get_byte(leaf_hash, 0)) where sequence = 215");
        nodes.anEarlyEventCannotBeRead();

        assertThatExceptionOfType(PayloadUnreadable.class)
                .isThrownBy(() -> nodes.node(10_000).atHead());
    }

    @Test
    void none_is_kept_of_what_the_log_does_not_have() {
        here = nodes.node(Cast.LONDON, _ -> {});
        nodes.longCase(here);
        CaseState notInTheLog = here.atHead();
        nodes.tampered(
                "update refocus_log.event set event_id = gen_random_uuid() where sequence = 215");

        StateSnapshots<CaseState> snapshots =
                snapshots(state -> state.inOrder().getLast().eventId(), Runnable::run);
        snapshots.write(STREAM, notInTheLog, 216, _ -> {});

        assertThat(nodes.sequence()).isEqualTo("none");
    }

    @Test
    void a_program_with_another_fold_makes_its_own() {
        nodes.longCase(here);
        String form = nodes.asked("select form from refocus_snapshots.snapshot");
        Node elsewhere = nodes.node(ZoneId.of("America/New_York"), Runnable::run);

        elsewhere.records(session("there", stepPlanned("known", "a step")));

        assertThat(nodes.asked("select form from refocus_snapshots.snapshot")).isNotEqualTo(form);
        nodes.anEarlyEventCannotBeRead();
        assertThatExceptionOfType(PayloadUnreadable.class)
                .isThrownBy(() -> nodes.node(10_000).atHead());
        assertThat(nodes.node(ZoneId.of("America/New_York"), Runnable::run).atHead())
                .isEqualTo(elsewhere.atHead());
    }

    @Test
    void where_none_can_be_written_or_read_everything_goes_on() {
        nodes.run(nodes.database().owner(), "drop schema refocus_snapshots cascade");

        nodes.longCase(here);
        Node there = nodes.node(10_000);
        there.records(session("there", stepPlanned("known", "a step")));

        assertThat(there.atHead()).isEqualTo(here.atHead());
    }

    @Test
    void a_sealed_one_that_cannot_be_read_is_told_once_and_made_anew() {
        nodes.longCase(here);
        CaseState folded = here.atHead();
        nodes.run(nodes.database().appender(), "delete from refocus_snapshots.snapshot");
        assertThat(
                        here.log
                                .snapshots()
                                .keep(
                                        STREAM,
                                        215,
                                        folded.inOrder().getLast().eventId(),
                                        FORM.fingerprint(),
                                        () -> "I want to sing".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        try (Logged logged = new Logged()) {
            assertThat(nodes.node(10_000).atHead()).isEqualTo(folded);
            assertThat(nodes.node(10_000).atHead()).isEqualTo(folded);

            assertThat(logged.lines())
                    .containsExactly(
                            "WARN the snapshot of %s is sealed, and cannot be read: it is made anew"
                                    .formatted(STREAM));
        }
    }

    @Test
    void a_state_that_cannot_be_written_is_told_and_not_tried_again_at_once() throws Exception {
        nodes.longCase(here);
        CompletableFuture<Long> inSnapshot = new CompletableFuture<>();
        StateSnapshots<CaseState> faulty =
                snapshots(
                        _ -> {
                            throw new IllegalStateException("I want to sing");
                        },
                        new AtLeisure("leisure"));
        nodes.run(nodes.database().appender(), "delete from refocus_snapshots.snapshot");
        try (Logged logged = new Logged()) {
            faulty.write(STREAM, here.atHead(), 216, inSnapshot::complete);

            assertThat(inSnapshot.get(30, TimeUnit.SECONDS)).isEqualTo(216);
            assertThat(logged.lines())
                    .containsExactly(
                            "ERROR no snapshot of %s can be made: java.lang.IllegalStateException"
                                    .formatted(STREAM));
        }
    }

    private StateSnapshots<CaseState> snapshots(
            Function<CaseState, EventId> lastEvent, Executor leisure) {
        return new StateSnapshots<>(here.log.snapshots(), FORM, lastEvent, leisure);
    }
}
