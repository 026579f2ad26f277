package org.refocusrecord.app.server;

import org.refocusrecord.eventlog.store.KeyWiping;
import org.refocusrecord.eventlog.store.LogNotReachable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Sees to it that wrapped keys that were destroyed do not lie in the database's files for long. */
final class KeyWipes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyWipes.class);

    private final KeyWiping wiping;
    private final KeySettings settings;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("key-wipes").daemon().factory());

    /** Begins at once. */
    KeyWipes(KeyWiping wiping, KeySettings settings) {
        this.wiping = wiping;
        this.settings = settings;
        long every = settings.wipeEvery().toMillis();
        ScheduledFuture<?> _ =
                timer.scheduleWithFixedDelay(this::wipe, every, every, TimeUnit.MILLISECONDS);
    }

    private void wipe() {
        try {
            switch (wiping.wipe(settings.wipeUpTo().toBytes())) {
                case NOT_DUE -> {}
                case WIPED -> LOG.info("Destroyed keys were wiped.");
                case LATER ->
                        LOG.info(
                                "Destroyed keys are not wiped yet: their tables are in use, or"
                                        + " somebody keeps old segments of the write-ahead log.");
                case TOO_LARGE ->
                        LOG.warn(
                                "Destroyed keys still lie in the tables of keys, which are larger"
                                        + " than refocus.keys.wipe-up-to: see docs/keys.md.");
            }
        } catch (LogNotReachable away) {
            LOG.debug("tried again in a moment", away);
        } catch (RuntimeException failed) {
            LOG.error("Destroyed keys could not be wiped.", failed);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
