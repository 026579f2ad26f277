package org.axonframework.eventsourcing.eventstore;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.concurrent.TimeUnit;

/**
 * Axon's suite with one limit changed, which only this package can reach: a tenth of a second for
 * an event to be committed and to come to a reader that waits is enough in memory, and on a busy
 * machine with a disk now and then is not. Nine tenths still are less than the second after which
 * the reader would look by itself.
 */
public abstract class StoreSuiteWithTimeForADisk extends EmbeddedEventStoreTest {

    @Test
    @Override
    @SuppressWarnings("JUnitMethodInvoked") // The same test, within another limit.
    @Timeout(value = 900, unit = TimeUnit.MILLISECONDS)
    void eventPublishedAfterOpeningStreamIsPassedToReaderImmediately() throws Exception {
        super.eventPublishedAfterOpeningStreamIsPassedToReaderImmediately();
    }
}
