package org.refocusrecord.eventlog.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.refocusrecord.eventlog.CaseInTheLog;
import org.refocusrecord.eventlog.Logged;
import org.refocusrecord.eventlog.OpenLog;
import org.refocusrecord.eventlog.RecordedEvent;
import org.refocusrecord.eventlog.store.LogTransactions;
import org.refocusrecord.events.log.HeadsNoted;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

class NotingHeadsTest {

    @TempDir static Path folder;
    @AutoClose private final OpenLog open = new OpenLog(folder);
    private final CaseInTheLog caseFile = new CaseInTheLog();

    @BeforeEach
    void with_a_case_and_a_team() {
        open.log().append(caseFile.opening("o"));
        open.log().append(caseFile.voicing(1, "v", "I want to sing"));
        open.log().append(new CaseInTheLog().team("t"));
    }

    @Test
    void the_log_notes_the_root_over_the_heads_of_all_that_is_before() {
        note();

        HeadsNoted noted = noted().getFirst();
        assertThat(noted.position()).isEqualTo(4);
        assertThat(noted.streams()).isEqualTo(2);
        assertThat(noted.root()).isEqualTo(HexFormat.of().formatHex(SecondHeads.root(heads(4))));
    }

    @Test
    void it_says_who_posted_and_recorded_it() {
        note();

        RecordedEvent event = open.log().stream(HeadsNoted.STREAM).getFirst();
        String log = "log/" + open.log().store().identity().logId();
        assertThat(event.postedBy()).isEqualTo(log);
        assertThat(event.recordedBy()).hasToString("OTHER/" + log);
    }

    @Test
    void a_note_alone_is_no_reason_for_another() {
        for (int i = 0; i < 3; i++) {
            note();
        }
        assertThat(noted()).hasSize(1);

        open.log().append(caseFile.death(3, "d"));
        for (int i = 0; i < 3; i++) {
            note();
        }
        assertThat(noted()).hasSize(2);
        assertThat(noted().getLast().root())
                .isEqualTo(HexFormat.of().formatHex(SecondHeads.root(heads(6))));
    }

    @Test
    void many_that_note_at_once_note_once() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            Callable<Boolean> noting =
                    () -> {
                        note();
                        return true;
                    };
            for (Future<Boolean> each : threads.invokeAll(Collections.nCopies(8, noting))) {
                assertThat(each.get()).isTrue();
            }
        }
        note();

        assertThat(noted()).hasSize(1);
    }

    @Test
    void a_move_that_was_not_noted_any_more_is_noted_by_whoever_comes_next() throws Exception {
        note();
        open.log().append(caseFile.death(3, "d"));
        note();
        // As if it had been killed before it could say where that stands, and before it was noted.
        ManyEvents.execute(
                open.database().owner(), "update refocus_seal.heads set noted_at = null");
        note();
        assertThat(noted()).hasSize(2);

        ManyEvents.execute(
                open.database().owner(),
                "update refocus_seal.heads set noted_at = null, command_id = gen_random_uuid()");
        note();
        assertThat(noted()).hasSize(3);
        assertThat(heads().notedAt()).isEqualTo(8);
    }

    @Test
    void the_head_of_a_stream_is_proven_by_the_note() {
        note();

        Sealed.Heads heads = heads();

        assertThat(heads.head()).isEqualTo(new StreamHead(caseFile.stream(), 2));
        assertThat(heads.head().isIn(heads.root(), heads.path())).isTrue();
        assertThat(heads.notedAt()).isEqualTo(5);
    }

    @Test
    void a_note_stands_in_the_log_like_any_event() {
        note();

        List<Logged> events = events();
        assertThat(events).hasSize(5).allMatch(logged -> logged instanceof RecordedEvent);
        assertThat(events.getLast().stream()).isEqualTo("log/heads");
    }

    @Test
    void what_is_too_much_for_one_time_is_noted_bit_by_bit() {
        assertThat(noteAtOnce(3)).isFalse();
        assertThat(noteAtOnce(3)).isTrue();
        note();

        assertThat(noted()).extracting(HeadsNoted::position).containsExactly(3L, 5L);
        for (HeadsNoted noted : noted()) {
            assertThat(noted.root())
                    .isEqualTo(HexFormat.of().formatHex(SecondHeads.root(heads(noted.position()))));
        }
    }

    @Test
    void what_was_recorded_by_one_command_is_noted_together() {
        assertThat(noteAtOnce(2)).isFalse();

        assertThat(noted()).extracting(HeadsNoted::position).containsExactly(3L);
    }

    @Test
    void what_is_not_sealed_is_not_noted_nor_a_command_that_is_half_sealed() {
        HeadsKeeper keeper = keeper(HeadsKeeper.PAGE);
        keeper.note(later());
        tree(2).grow();
        assertThat(keeper.note(later())).isFalse();
        assertThat(noted()).isEmpty();

        tree(2).grow();
        assertThat(keeper.note(later())).isTrue();
        assertThat(noted()).extracting(HeadsNoted::position).containsExactly(4L);
    }

    @Test
    void a_log_that_ends_before_what_was_noted_of_it_is_not_noted_again() throws Exception {
        note();
        ManyEvents.execute(
                open.database().owner(),
                """
                alter table refocus_log.event disable trigger all;
                delete from refocus_log.event where position > 3;
                alter table refocus_seal.tree disable trigger all;
                update refocus_seal.tree set size = 0;
                delete from refocus_seal.edge
                """);

        assertThatThrownBy(this::note)
                .isInstanceOf(SealBroken.class)
                .hasMessage("the log ends at position 3, and heads were noted up to 4");
        assertThat(noted()).isEmpty();
    }

    /** Whoever notes may come before whoever grows the tree, and finds it as it was. */
    @Test
    void a_log_that_was_cut_and_has_grown_again_is_not_noted_before_its_tree_is_looked_at()
            throws Exception {
        tree(TreeKeeper.PAGE).grow();
        ManyEvents.execute(
                open.database().owner(),
                "alter table refocus_log.event disable trigger all;"
                        + " delete from refocus_log.event where position > 3");
        open.log().append(new CaseInTheLog().team("t"));

        assertThatThrownBy(() -> keeper(HeadsKeeper.PAGE).note(later()))
                .isInstanceOf(SealBroken.class)
                .hasMessage("the log does not have the event at position 4 that was sealed");
        assertThat(noted()).isEmpty();
    }

    private void note() {
        tree(TreeKeeper.PAGE).grow();
        assertThat(keeper(HeadsKeeper.PAGE).note(later())).isTrue();
    }

    /** As whoever has time for one page of that many events. */
    private boolean noteAtOnce(int page) {
        tree(TreeKeeper.PAGE).grow();
        return keeper(page).note(System.nanoTime());
    }

    private static long later() {
        return System.nanoTime() + Duration.ofMinutes(1).toNanos();
    }

    private TreeKeeper tree(int page) {
        SignerKey key =
                SignerKey.of(
                        SealKeyFile.origin(open.log().store().identity().logId()), new byte[32]);
        return new TreeKeeper(appending(), key, false, page);
    }

    private HeadsKeeper keeper(int page) {
        return new HeadsKeeper(open.log(), appending(), page);
    }

    private LogTransactions appending() {
        return new LogTransactions(open.database().appender());
    }

    private Sealed.Heads heads() {
        return new Sealed(open.database().reader()).heads(caseFile.stream()).orElseThrow();
    }

    private List<HeadsNoted> noted() {
        return open.log().stream(HeadsNoted.STREAM).stream()
                .map(event -> (HeadsNoted) event.event())
                .toList();
    }

    private List<Logged> events() {
        try (Stream<Logged> all = open.log().pages(0, 100).stream()) {
            return all.toList();
        }
    }

    private Map<String, Long> heads(long position) {
        Map<String, Long> heads = new TreeMap<>();
        events().stream()
                .filter(logged -> logged.position() <= position)
                .forEach(logged -> heads.put(logged.stream(), logged.sequence()));
        return heads;
    }
}
