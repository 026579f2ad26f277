package org.refocusrecord.suites;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;

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
            assertThat(told).containsExactlyElementsOf(log.reader().read());
        }
    }

    @ParameterizedTest
    @EnumSource
    void axons_stock_engine_loses_what_the_scenario_says(Scenario scenario) {
        try (Subject stock = new StockSubject(scenario.patienceMillis())) {
            List<String> told = scenario.liveThrough(stock);

            List<String> all = stock.reader().read();
            assertThat(all).containsAll(scenario.lostByStock());
            assertThat(told)
                    .doesNotHaveDuplicates()
                    .containsExactlyInAnyOrderElementsOf(
                            all.stream()
                                    .filter(name -> !scenario.lostByStock().contains(name))
                                    .toList());
        }
    }
}
