package org.refocusrecord.suites;

import org.jspecify.annotations.Nullable;
import org.refocusrecord.suites.Subject.Held;
import org.refocusrecord.suites.Subject.Reader;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * How events were lost elsewhere, in our words. The eight that begin with {@code E} are those of
 * Emmett ({@code readMessagesBatch.int.spec.ts}), those with {@code M} are of Marten ({@code
 * Bug_4953_outstanding_sequence_gap_skips.cs} and {@code GapDetectorTest.cs}), the last two of
 * Axon's own gap handling.
 */
@SuppressWarnings("ImmutableEnumChecker") // Set.of and stories without state do not change.
enum Scenario {
    /** Emmett: reads events in the order transactions began. */
    E1_A_TRANSACTION_THAT_BEGAN_FIRST_WRITES_LAST(
            Set.of(),
            (log, told) -> {
                Held first = log.hold("first", 1);
                log.append("second");
                first.commit();
                told.look();
            }),
    /** Emmett: waits for older transactions before exposing newer commits. */
    E2_A_FAST_ONE_OVERTAKES_A_SLOW_ONE(
            Set.of(),
            (log, told) -> {
                Held slow = log.hold("slow", 1);
                log.append("fast");
                told.look();
                slow.commit();
                told.look();
            }),
    /**
     * Emmett: does not skip events written by a slow transaction that began before a faster one.
     */
    E3_A_SLOW_ONE_COMMITS_AFTER_THE_READER_HAS_GONE_ON(
            Set.of(),
            (log, told) -> {
                log.append("before");
                Held slow = log.hold("slow", 1);
                told.look();
                log.append("fast");
                told.look();
                log.append("faster");
                told.look();
                slow.commit();
                told.look();
            }),
    /** Emmett: does not skip multiple events from a slow transaction. */
    E4_A_SLOW_ONE_HAS_SEVERAL_EVENTS(
            Set.of(),
            (log, told) -> {
                Held slow = log.hold("slow", 5);
                log.append("fast");
                told.look();
                slow.commit();
                told.look();
            }),
    /** Emmett: does not skip events from multiple concurrent slow transactions. */
    E5_THREE_SLOW_WRITERS_AT_ONCE(
            Set.of(),
            (log, told) -> {
                Held one = log.hold("one", 1);
                Held two = log.hold("two", 1);
                Held three = log.hold("three", 1);
                log.append("fast");
                told.look();
                three.commit();
                told.look();
                one.commit();
                two.commit();
                told.look();
            }),
    /** Emmett: reads committed events even when earlier positions were rolled back. */
    E6_POSITIONS_ARE_ROLLED_BACK(
            Set.of(),
            (log, told) -> {
                Held lost = log.hold("never said", 3);
                log.append("meanwhile");
                lost.rollBack();
                log.append("after");
                told.look();
            }),
    /** Emmett: reads all messages from one transaction and does not repeat them. */
    E7_ONE_TRANSACTION_IS_READ_WHOLE_AND_ONCE(
            Set.of(),
            (log, told) -> {
                log.appendAll("together", 2);
                told.look();
                told.look();
            }),
    /** Emmett: blocks visibility of new commits while an older open transaction is pending. */
    E8_AN_OPEN_TRANSACTION_IS_READ_OVER_AND_OVER(
            Set.of(),
            (log, told) -> {
                Held open = log.hold("open", 1);
                for (int time = 0; time < 5; time++) {
                    log.append("blocked " + time);
                    told.look();
                }
                open.commit();
                told.look();
            }),
    /** Marten: normal detection holds before an open transaction's gap. */
    M1_EIGHT_THEN_AN_OPEN_ONE_THEN_THREE(
            Set.of(),
            (log, told) -> {
                log.appendAll("eight", 8);
                told.look();
                Held ninth = log.hold("ninth", 1);
                log.appendAll("three", 3);
                told.look();
                ninth.commit();
                told.look();
            }),
    /** Marten: holds while the reserving transaction is alive, well past the stale threshold. */
    M2_THE_OPEN_ONE_OUTLASTS_ALL_PATIENCE(
            500,
            Set.of("ninth"),
            (log, told) -> {
                log.appendAll("eight", 8);
                told.look();
                Held ninth = log.hold("ninth", 1);
                log.appendAll("three", 3);
                told.sleep(700);
                told.look();
                ninth.commit();
                told.look();
            }),
    /** Marten: a gap that nobody will fill is passed. */
    M3_THE_OPEN_ONE_OUTLASTS_ALL_PATIENCE_AND_FAILS(
            500,
            Set.of(),
            (log, told) -> {
                log.appendAll("eight", 8);
                Held ninth = log.hold("never said", 1);
                log.appendAll("three", 3);
                told.sleep(700);
                told.look();
                ninth.rollBack();
                told.look();
            }),
    /** Marten: a rebuild during an append in flight must not pass over it. */
    M4_A_REBUILD_BEGINS_DURING_AN_APPEND_IN_FLIGHT(
            500,
            Set.of("ninth"),
            (log, told) -> {
                log.appendAll("eight", 8);
                Held ninth = log.hold("ninth", 1);
                log.appendAll("three", 3);
                told.sleep(700);
                told.rebuild();
                ninth.commit();
                told.look();
            }),
    /** Marten: the very first event of the store is slow past the stale threshold. */
    M5_THE_FIRST_EVENT_OF_ALL_IS_THE_SLOW_ONE(
            500,
            Set.of("first"),
            (log, told) -> {
                Held first = log.hold("first", 1);
                log.appendAll("later", 3);
                told.sleep(700);
                told.look();
                first.commit();
                told.look();
            }),
    /** Axon: gaps are forgotten by the events' own stamps, so by whatever clock made them. */
    A1_THE_CLOCK_IS_SET_BACK_TWO_HOURS(
            Set.of("slow"),
            (log, told) -> {
                log.setClocksBack(Duration.ofHours(2));
                log.append("before");
                told.look();
                Held slow = log.hold("slow", 1);
                log.append("fast");
                told.look();
                slow.commit();
                told.look();
            }),
    /** Axon, and Marten's rush after an idle hour: gaps are forgotten by distance. */
    A2_TEN_THOUSAND_EVENTS_PASS_AN_OPEN_ONE(
            Set.of("slow"),
            (log, told) -> {
                log.append("before");
                told.look();
                Held slow = log.hold("slow", 1);
                log.appendAll("rush", 10_001);
                told.look();
                slow.commit();
                told.look();
            });

    private final @Nullable Integer patienceMillis;
    private final Set<String> lostByStock;
    private final Story story;

    Scenario(Set<String> lostByStock, Story story) {
        this(null, lostByStock, story);
    }

    Scenario(@Nullable Integer patienceMillis, Set<String> lostByStock, Story story) {
        this.patienceMillis = patienceMillis;
        this.lostByStock = lostByStock;
        this.story = story;
    }

    /** What happens. */
    private interface Story extends BiConsumer<Subject, Told> {}

    /** How long the stock engine waits for a gap to fill; null: as long as it comes. */
    @Nullable Integer patienceMillis() {
        return patienceMillis;
    }

    /** What Axon's stock engine never delivers. */
    Set<String> lostByStock() {
        return lostByStock;
    }

    /** Lives through it; answers with what the reader was told. */
    List<String> liveThrough(Subject subject) {
        Told told = new Told(subject.reader(), subject);
        story.accept(subject, told);
        subject.settle();
        told.look();
        return told.names;
    }

    /** What one reader has heard. */
    private static final class Told {

        private Reader reader;
        private final Subject subject;
        private final List<String> names = new ArrayList<>();

        Told(Reader reader, Subject subject) {
            this.reader = reader;
            this.subject = subject;
        }

        void look() {
            names.addAll(reader.read());
        }

        void rebuild() {
            names.clear();
            reader = subject.reader();
            look();
        }

        void sleep(long millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }
}
