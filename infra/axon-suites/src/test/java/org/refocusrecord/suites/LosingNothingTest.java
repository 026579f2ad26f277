package org.refocusrecord.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.refocusrecord.eventlog.AppendRefused;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The scenarios by which others found events lost. Where Axon's stock engine loses some, a test
 * says so: that is why the log has an engine of its own.
 */
class LosingNothingTest {

    @ParameterizedTest
    @EnumSource
    void the_log_delivers_all_of_it_once_and_in_one_order(Scenario scenario) {
        try (Subject log = new OurSubject()) {
            List<String> told = scenario.liveThrough(log);

            assertThat(told).isNotEmpty().doesNotHaveDuplicates();
            assertThat(told).containsExactlyInAnyOrderElementsOf(log.acknowledged());
            assertThat(told).containsExactlyElementsOf(log.reader().read());
        }
    }

    @ParameterizedTest
    @EnumSource
    void axons_stock_engine_loses_what_the_scenario_says(Scenario scenario) {
        try (Subject stock = new StockSubject(scenario.patienceMillis())) {
            List<String> told = scenario.liveThrough(stock);

            List<String> all = stock.acknowledged();
            assertThat(stock.reader().read()).containsExactlyInAnyOrderElementsOf(all);
            assertThat(all).containsAll(scenario.lostByStock());
            assertThat(told)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream()
                                    .filter(name -> !scenario.lostByStock().contains(name))
                                    .toList());
        }
    }

    /**
     * Marten: {@code gap_detector_command_is_a_single_statement_for_a_single_snapshot} and its
     * twin. There the head and the gaps were looked at one after the other, and what committed
     * between the looks was passed over. Here many commit between any two looks.
     */
    @Test
    void whoever_reads_while_many_write_is_told_of_all_of_it() {
        try (OurSubject log = new OurSubject()) {
            Subject.Reader reader = log.reader();
            List<String> told = new ArrayList<>();
            CompletableFuture<?> writing = log.rush(8, 40);
            while (!writing.isDone()) {
                told.addAll(reader.read());
            }
            writing.join();
            told.addAll(reader.read());

            assertThat(told).hasSize(8 * 40).doesNotHaveDuplicates();
            assertThat(told).containsExactlyInAnyOrderElementsOf(log.acknowledged());
            assertThat(told).containsExactlyElementsOf(log.reader().read());
        }
    }

    /**
     * Marten: the six of {@code GapDetectorTest.cs}, which find the first gap, one right behind the
     * start, one before it, and none. Here what fails leaves none, so there is nothing to find.
     */
    @Test
    void what_fails_leaves_no_gap_to_detect() {
        try (OurSubject log = new OurSubject()) {
            log.hold("fails first", 2).rollBack();
            log.append("one");
            log.hold("fails between", 1).rollBack();
            log.append("two");
            assertThatExceptionOfType(AppendRefused.class).isThrownBy(() -> log.appendNow("two"));
            log.append("three");

            // The reader itself throws where a position is missing.
            assertThat(log.reader().read()).containsExactly("one", "two", "three");
        }
    }
}
