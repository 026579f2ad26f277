package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What one server measures; others of this JVM measure too. */
final class Gauges {

    private final Predicate<MeterRegistry> isOurs;

    private Gauges(Predicate<MeterRegistry> isOurs) {
        this.isOurs = isOurs;
    }

    /** Of the one that starts after this was made, and no other does. */
    Gauges() {
        Set<MeterRegistry> others = Set.copyOf(Metrics.globalRegistry.getRegistries());
        this(registry -> !others.contains(registry));
    }

    /** Of the one that has this gauge. */
    static Gauges beside(String name, String... tags) {
        return new Gauges(registry -> registry.find(name).tags(tags).gauge() != null);
    }

    double of(String name, String... tags) {
        List<MeterRegistry> ours =
                Metrics.globalRegistry.getRegistries().stream().filter(isOurs).toList();
        assertThat(ours).hasSize(1);
        return ours.getFirst().get(name).tags(tags).gauge().value();
    }
}
