package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;

import java.util.HashSet;
import java.util.Set;

/** What one server measures, which starts after this was made; others of this JVM measure too. */
final class Gauges {

    private final Set<MeterRegistry> others = Set.copyOf(Metrics.globalRegistry.getRegistries());

    double of(String name, String... tags) {
        Set<MeterRegistry> ours = new HashSet<>(Metrics.globalRegistry.getRegistries());
        ours.removeAll(others);
        assertThat(ours).hasSize(1);
        return ours.iterator().next().get(name).tags(tags).gauge().value();
    }
}
