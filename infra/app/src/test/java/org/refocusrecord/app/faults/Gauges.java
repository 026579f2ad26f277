package org.refocusrecord.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;

import java.util.ConcurrentModificationException;
import java.util.List;
import java.util.UUID;

/** What one server measures, which is started as {@link #setting()} says; others measure too. */
final class Gauges {

    private static final String SERVER = "server";

    private final String name = UUID.randomUUID().toString();

    /** By which its gauges are known. */
    String setting() {
        return "--management.metrics.tags." + SERVER + "=" + name;
    }

    double of(String gauge, String... tags) {
        List<Gauge> ours =
                registries().stream()
                        .flatMap(registry ->
                                registry.find(gauge).tag(SERVER, name).tags(tags).gauges().stream())
                        .toList();
        assertThat(ours).as(gauge).hasSize(1);
        return ours.getFirst().value();
    }

    /**
     * Those of the moment; another server of this JVM that starts or ends meanwhile changes them.
     */
    private static List<MeterRegistry> registries() {
        while (true) {
            try {
                return List.copyOf(Metrics.globalRegistry.getRegistries());
            } catch (ConcurrentModificationException changed) {
                Thread.onSpinWait();
            }
        }
    }
}
