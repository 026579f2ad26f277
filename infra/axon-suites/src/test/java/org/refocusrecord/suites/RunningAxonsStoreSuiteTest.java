package org.refocusrecord.suites;

import org.axonframework.eventsourcing.eventstore.EmbeddedEventStoreTest;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.AutoClose;
import org.refocusrecord.eventlog.axon.LogEventStorageEngine;

/** Axon's own suite for its event store, over our engine: all 21 cases, as they are. */
class RunningAxonsStoreSuiteTest extends EmbeddedEventStoreTest {

    @AutoClose private final OpenLog log = new OpenLog();

    @Override
    public EventStorageEngine createStorageEngine() {
        return SuiteEngine.over(new LogEventStorageEngine(log.log())).build();
    }
}
