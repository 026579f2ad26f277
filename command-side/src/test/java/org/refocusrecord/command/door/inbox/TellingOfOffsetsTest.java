package org.refocusrecord.command.door.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What the inbox tells Kafka, whatever order records end in and whatever becomes of partitions. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TellingOfOffsetsTest {

    private static final TopicPartition ONE = new TopicPartition("sessions", 0);
    private static final TopicPartition OTHER = new TopicPartition("sessions", 1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final long MOST_OF_A_STEP = Duration.ofMillis(300).toNanos();

    private final Consumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final Consumer<byte[], byte[]> another = new MockConsumer<>("none");
    private final AtomicLong nanos = new AtomicLong(System.nanoTime());
    private final Offsets offsets = new Offsets(endless(), nanos::get);
    private final List<Integer> told = new ArrayList<>();

    @Test
    void none_is_told_before_all_that_came_before_it_have_ended() {
        Offsets.Taken first = taken(ONE, 1);
        Offsets.Taken second = taken(ONE, 2);

        offsets.ended(second);
        assertThat(told).isEmpty();

        offsets.ended(first);
        assertThat(told).containsExactly(2);
    }

    @Test
    void one_that_came_again_while_it_was_under_way_is_not_told_for_another() {
        taken(ONE, 5);
        Offsets.Taken early = taken(ONE, 6);
        taken(ONE, 7);
        goAndComeBack(ONE);
        Offsets.Taken fifth = taken(ONE, 5);
        Offsets.Taken sixth = taken(ONE, 6);
        Offsets.Taken seventh = taken(ONE, 7);

        offsets.ended(early);
        offsets.ended(sixth);
        offsets.ended(fifth);
        assertThat(told).doesNotContain(7);

        offsets.ended(seventh);
        assertThat(told.getLast()).isEqualTo(7);
    }

    @Test
    void what_has_ended_is_told_before_its_partition_goes_and_nothing_of_it_after() {
        offsets.ended(taken(OTHER, 100));
        Offsets.Taken underWay = taken(ONE, 2);
        Offsets.Taken first = taken(OTHER, 101);
        Offsets.Taken second = taken(OTHER, 102);
        offsets.ended(first);

        offsets.onPartitionsRevokedBeforeCommit(consumer, List.of(OTHER));
        assertThat(told).containsExactly(100, 101);

        offsets.ended(second);
        offsets.ended(underWay);
        assertThat(told).containsExactly(100, 101, 2);
    }

    @Test
    void a_consumer_that_lost_its_partition_long_ago_gives_up_none_of_who_has_it_since() {
        taken(ONE, 5);
        Offsets.Taken fifth = offsets.taken(another, ONE, 1, () -> told.add(5));
        Offsets.Taken sixth = offsets.taken(another, ONE, 1, () -> told.add(6));

        offsets.onPartitionsLost(consumer, List.of(ONE));
        offsets.onPartitionsRevokedBeforeCommit(consumer, List.of(ONE));

        Offsets.Taken seventh = offsets.taken(another, ONE, 1, () -> told.add(7));
        offsets.ended(seventh);
        offsets.ended(sixth);
        offsets.tellAll();
        assertThat(told).isEmpty();
        assertThat(offsets.isWanted(fifth)).isTrue();

        offsets.ended(fifth);
        assertThat(told).containsExactly(7);
    }

    @Test
    void nothing_behind_one_that_failed_is_told_or_begun_until_it_has_come_again() {
        Offsets.Taken first = taken(ONE, 1);
        Offsets.Taken failed = taken(ONE, 2);
        Offsets.Taken behind = taken(ONE, 3);
        offsets.failed(failed);
        offsets.ended(behind);
        offsets.ended(first);

        assertThat(offsets.isWanted(taken(ONE, 4))).isFalse();
        offsets.tellAll();
        assertThat(told).containsExactly(1);

        offsets.forgetAll(List.of());
        assertThat(offsets.isWanted(taken(ONE, 2))).isTrue();
    }

    @Test
    void what_a_consumer_hands_over_that_takes_long_to_end_is_not_begun() {
        offsets.failed(taken(ONE, 1));
        offsets.forgetAll(List.of(consumer));

        Offsets.Taken late = taken(ONE, 2);

        assertThat(offsets.isWanted(late)).isFalse();
        nanos.addAndGet(PATIENCE.plusNanos(1).toNanos());
        assertThat(offsets.slowest(PATIENCE)).as("it stands in nobody's line").isNull();
        assertThat(offsets.isWanted(offsets.taken(another, ONE, 1, () -> told.add(1)))).isTrue();
    }

    @Test
    void whoever_closes_a_consumer_that_was_given_up_tells_nothing_of_it_any_more() {
        Offsets.Taken first = taken(ONE, 1);
        offsets.forgetAll(List.of(consumer));
        offsets.ended(first);

        assertThatThrownBy(() -> offsets.closeByAnother(() -> revoked(consumer)))
                .isInstanceOf(IllegalStateException.class);

        assertThat(told).isEmpty();
        offsets.closeByAnother(() -> revoked(another));
    }

    @Test
    void one_that_was_given_up_and_ends_by_itself_tells_nothing_and_ends_in_peace() {
        Offsets.Taken first = taken(ONE, 1);
        offsets.forgetAll(List.of(consumer));
        offsets.ended(first);

        revoked(consumer);

        assertThat(told).isEmpty();
    }

    private void revoked(Consumer<byte[], byte[]> by) {
        offsets.onPartitionsRevokedBeforeCommit(by, List.of(ONE));
    }

    @Test
    void a_record_that_comes_to_no_end_is_seen_though_others_behind_it_do() {
        Offsets.Taken first = taken(ONE, 1);
        offsets.ended(taken(ONE, 2));

        nanos.addAndGet(PATIENCE.toNanos());
        assertThat(offsets.slowest(PATIENCE)).isNull();
        nanos.incrementAndGet();
        assertThat(offsets.slowest(PATIENCE)).isEqualTo(ONE);

        offsets.ended(first);

        assertThat(offsets.slowest(PATIENCE)).isNull();
    }

    /** Of each partition what was told last is where it would be gone on with after a kill. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void whatever_happens_nothing_that_was_told_passes_over_what_has_not_ended(long seed) {
        Random random = new Random(seed);
        for (int history = 0; history < 200; history++) {
            new History(random).unfold();
        }
    }

    /** Records that come, end in any order, and come again when their partition was away. */
    private final class History {

        private final Random random;
        private final Offsets own = new Offsets(endless(), nanos::get);
        private final Map<TopicPartition, Consumer<byte[], byte[]>> holders = new HashMap<>();
        private final Map<TopicPartition, Integer> next = new HashMap<>();
        private final Map<TopicPartition, Integer> committed = new HashMap<>();
        private final Map<TopicPartition, Set<Integer>> ended = new HashMap<>();
        private final Map<TopicPartition, Integer> reached = new HashMap<>();
        private final List<UnderWay> underWay = new ArrayList<>();

        private record UnderWay(TopicPartition partition, int offset, Offsets.Taken taken) {}

        History(Random random) {
            this.random = random;
        }

        void unfold() {
            for (int step = 0; step < 100; step++) {
                nanos.addAndGet(random.nextLong(MOST_OF_A_STEP));
                TopicPartition partition = random.nextBoolean() ? ONE : OTHER;
                switch (random.nextInt(16)) {
                    case 0, 1 -> away(partition);
                    case 2, 3, 4, 5, 6, 7 -> take(partition);
                    case 8 -> failAny();
                    case 9 -> beginAnew();
                    default -> endAny();
                }
            }
            beginAnew();
            reached.forEach((partition, end) -> {
                while (next.getOrDefault(partition, 0) < end) {
                    take(partition);
                }
            });
            while (!underWay.isEmpty()) {
                endAny();
            }
            own.tellAll();
            reached.forEach((partition, end) ->
                    assertThat(committed.getOrDefault(partition, 0)).isEqualTo(end));
        }

        private void take(TopicPartition partition) {
            int offset = next.merge(partition, 1, Integer::sum) - 1;
            reached.merge(partition, offset + 1, Math::max);
            Consumer<byte[], byte[]> holder = holder(partition);
            Offsets.Taken taken =
                    own.taken(holder, partition, 1, () -> told(holder, partition, offset + 1));
            underWay.add(new UnderWay(partition, offset, taken));
        }

        /** Nothing behind it in its partition is to be begun or told. */
        private void failAny() {
            if (!underWay.isEmpty()) {
                UnderWay failed = underWay.remove(random.nextInt(underWay.size()));
                own.failed(failed.taken());
                assertThat(own.isWanted(failed.taken())).isFalse();
            }
        }

        private void beginAnew() {
            own.forgetAll(List.of());
            next.replaceAll((partition, _) -> committed.getOrDefault(partition, 0));
        }

        private Consumer<byte[], byte[]> holder(TopicPartition partition) {
            return holders.getOrDefault(partition, consumer);
        }

        /** Who has lost his partition is not listened to. */
        private void told(Consumer<byte[], byte[]> by, TopicPartition partition, int to) {
            if (holder(partition).equals(by)) {
                committed.put(partition, to);
            }
            Set<Integer> there = ended.getOrDefault(partition, Set.of());
            for (int offset = 0; offset < to; offset++) {
                assertThat(there).contains(offset);
            }
        }

        private void endAny() {
            if (underWay.isEmpty()) {
                return;
            }
            UnderWay one = underWay.remove(random.nextInt(underWay.size()));
            // What is not wanted is not begun; what was begun before it was not ends all the same.
            if (own.isWanted(one.taken()) || random.nextBoolean()) {
                ended.computeIfAbsent(one.partition(), _ -> new HashSet<>()).add(one.offset());
                own.ended(one.taken());
            }
        }

        /** To another consumer, which the one before hears of before that, after that or never. */
        private void away(TopicPartition partition) {
            Consumer<byte[], byte[]> before = holder(partition);
            if (random.nextBoolean()) {
                own.onPartitionsRevokedBeforeCommit(before, List.of(partition));
            }
            if (random.nextInt(4) == 0) {
                holders.put(partition, before.equals(consumer) ? another : consumer);
            }
            own.onPartitionsAssigned(holder(partition), List.of(partition));
            if (!holder(partition).equals(before) && random.nextBoolean()) {
                own.onPartitionsLost(before, List.of(partition));
            }
            if (next.containsKey(partition)) {
                next.put(partition, committed.getOrDefault(partition, 0));
            }
        }
    }

    private Offsets.Taken taken(TopicPartition partition, int number) {
        return offsets.taken(consumer, partition, 1, () -> told.add(number));
    }

    private static Intake endless() {
        return new Intake(
                new Intake.Gate() {
                    @Override
                    public void shut() {
                        throw new AssertionError("there is no end to what can be taken");
                    }

                    @Override
                    public void open() {
                        throw new AssertionError("it was never shut");
                    }
                },
                100_000,
                100_000);
    }

    private void goAndComeBack(TopicPartition partition) {
        offsets.onPartitionsRevokedBeforeCommit(consumer, List.of(partition));
        offsets.onPartitionsAssigned(consumer, List.of(partition));
    }
}
