package org.refocusrecord.app.kafka;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;

import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * The threads of one broker's life: all that it starts are of this group, since a thread is of the
 * group of the one that starts it. By it is known whose log something belongs into, and who it is
 * that wants to end the process: Kafka's own code does so when it cannot go on, and is not let.
 */
final class BrokerThreads extends ThreadGroup {

    static {
        Exit.setExitProcedure((_, _) -> endThisOne());
        Exit.setHaltProcedure((_, _) -> endThisOne());
        // The server ends its parts itself, the broker after those who speak with it.
        Exit.setShutdownHookAdder((_, _) -> {});
    }

    private static final Logger LOG = LoggerFactory.getLogger(BrokerThreads.class);

    private final BrokerLog.File log;
    private final CompletableFuture<String> fault = new CompletableFuture<>();
    private volatile @Nullable String gravest;

    BrokerThreads(Path log) {
        super("broker that logs to " + log);
        this.log = new BrokerLog.File(log);
    }

    /** Runs this in a thread of the group. */
    Thread start(String name, Runnable work) {
        Thread thread = new Thread(this, work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Done when the broker cannot go on: why. */
    CompletableFuture<String> fault() {
        return fault;
    }

    /** It cannot go on; whatever was grave before is why, else this is. */
    void failed(String otherwise) {
        String why = gravest;
        fault.complete(why == null ? otherwise : why);
    }

    /** What one of them says. */
    void said(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.ERROR) && event.getThrowableProxy() != null) {
            gravest = deepest(event.getThrowableProxy()).getMessage();
        }
        log.write(event);
    }

    private static IThrowableProxy deepest(IThrowableProxy thrown) {
        IThrowableProxy cause = thrown.getCause();
        return cause == null ? thrown : deepest(cause);
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        LOG.error("{} ended", thread.getName(), thrown);
    }

    private static void endThisOne() {
        if (Thread.currentThread().getThreadGroup() instanceof BrokerThreads threads) {
            threads.failed("it does not say why");
        }
        // Whoever asks for the end of the process expects that nothing after it is done.
        throw new BrokerEnded();
    }

    /** Unwinds a thread in which Kafka's code wanted to end the process. */
    static final class BrokerEnded extends Error {
        BrokerEnded() {
            super("the broker cannot go on");
        }
    }
}
