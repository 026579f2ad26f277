package org.refocusrecord.suites;

import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.StoreSuiteWithTimeForADisk;
import org.axonframework.eventsourcing.utils.EventStoreTestUtils;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.Isolated;
import org.refocusrecord.eventlog.axon.LogEventStorageEngine;

/** Axon's own suite for its event store, over our engine: all 21 cases, one with more time. */
@Isolated("its limits are tenths of a second")
class RunningAxonsStoreSuiteTest extends StoreSuiteWithTimeForADisk {

    @AutoClose private final OpenLog log = new OpenLog();

    /** Its limits mean a JVM that has done this before. */
    @BeforeAll
    static void warmUp() {
        try (OpenLog another = new OpenLog()) {
            EventStorageEngine engine = engine(another);
            for (int sequence = 0; sequence < 100; sequence++) {
                engine.appendEvents(EventStoreTestUtils.createEvent(sequence));
                engine.readEvents(engine.createHeadToken(), false).close();
            }
        }
    }

    @Override
    public EventStorageEngine createStorageEngine() {
        return engine(log);
    }

    private static EventStorageEngine engine(OpenLog log) {
        return SuiteEngine.over(new LogEventStorageEngine(log.log())).build();
    }
}
